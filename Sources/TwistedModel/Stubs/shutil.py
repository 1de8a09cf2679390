"""Copies of files and folders: one is read, the other written."""
from effects import opens, unknown


def copy(src, dst, *, follow_symlinks=True):
    opens(src, "reads")
    opens(dst, "writes")
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    return copy(src, dst)


def copyfile(src, dst, *, follow_symlinks=True):
    return copy(src, dst)


def copytree(src, dst, symlinks=False, ignore=None, copy_function=None, ignore_dangling_symlinks=False, dirs_exist_ok=False):
    opens(src, "reads", folder=True)
    opens(dst, "writes", folder=True)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    copy(src, dst)


def copystat(src, dst, *, follow_symlinks=True):
    copy(src, dst)


def move(src, dst, copy_function=None):
    opens(src, "writes")
    opens(dst, "writes")
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    opens(path, "writes", folder=True)


def chown(path, user=None, group=None):
    opens(path, "writes")


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None, logger=None):
    opens(root_dir, "reads", folder=True)
    opens(base_name, "writes")
    return unknown("an archive")


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    opens(filename, "reads")
    opens(extract_dir, "writes", folder=True)
