from foolscap.api import Referenceable, Tub
