from foolscap.api import Tub
