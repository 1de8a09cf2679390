"""Files with names of their own: only a folder that is given matters, the service has a /tmp."""
import os

from effects import opens, unknown


def _within(dir):
    if dir is not None:
        opens(os.path.join(dir, "tmp"), "writes")


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    _within(dir)
    return unknown("a temporary file"), unknown("a temporary file")


def mkdtemp(suffix=None, prefix=None, dir=None):
    _within(dir)
    return unknown("a temporary folder")


def gettempdir():
    return unknown("the folder of temporary files", "/tmp")


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None):
    _within(dir)
    return unknown("a temporary file")


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    _within(dir)
    return unknown("a temporary file")


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        _within(dir)
        self.name = unknown("a temporary folder")

    def __enter__(self):
        return self.name

    def __exit__(self, kind, value, traceback):
        pass
