"""Paths as objects: what their methods do to the file."""
from effects import contents, opens, unknown


class Path:
    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        opens(self, mode=mode)
        return contents(self)

    def read_text(self, encoding=None, errors=None):
        opens(self, "reads")
        return contents(self)

    def read_bytes(self):
        opens(self, "reads")
        return contents(self)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        opens(self, "writes")

    def write_bytes(self, data):
        opens(self, "writes")

    def touch(self, mode=0o666, exist_ok=True):
        opens(self, "writes")

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        opens(self, "writes", folder=True)

    def rmdir(self):
        opens(self, "writes", folder=True)

    def unlink(self, missing_ok=False):
        opens(self, "writes")

    def rename(self, target):
        opens(self, "writes")
        opens(target, "writes")
        return unknown("a path")

    def replace(self, target):
        return self.rename(target)

    def symlink_to(self, target, target_is_directory=False):
        opens(self, "writes")

    def hardlink_to(self, target):
        opens(target, "reads")
        opens(self, "writes")

    def chmod(self, mode, *, follow_symlinks=True):
        opens(self, "writes")

    def iterdir(self):
        opens(self, "reads", folder=True)
        return unknown("the files of a folder")

    def glob(self, pattern):
        return self.iterdir()

    def rglob(self, pattern):
        return self.iterdir()
