"""Copies of files and folders: one is read, the other written."""
from effects import opens


def copy(src, dst, *, follow_symlinks=True):
    opens(src, "reads")
    opens(dst, "writes")


def copy2(src, dst, *, follow_symlinks=True):
    copy(src, dst)


def copyfile(src, dst, *, follow_symlinks=True):
    copy(src, dst)
