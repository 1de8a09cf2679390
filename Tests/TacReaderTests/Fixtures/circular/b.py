import a
from a import PORT
BASE = 2000
