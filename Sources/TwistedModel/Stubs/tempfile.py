"""Files with names of their own: only a folder that is given matters, the service has a /tmp."""
from effects import opens, unknown


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    opens(dir, "writes", folder=True)
    return unknown("a temporary file"), unknown("a temporary file")


def mkdtemp(suffix=None, prefix=None, dir=None):
    opens(dir, "writes", folder=True)
    return unknown("a temporary folder")


def gettempdir():
    return unknown("the folder of temporary files", "/tmp")
