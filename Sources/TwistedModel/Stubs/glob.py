"""Patterns of paths: the folder before the first wildcard is read with all in it."""
from effects import isText, opens, unknown


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    if isText(pathname):
        head = pathname.split("*")[0].split("?")[0].split("[")[0]
        if head == pathname:
            opens(pathname, "reads")
        else:
            folder, slash, _ = head.rpartition("/")
            opens(folder or slash or ".", "reads", folder=True)
    else:
        opens(pathname, "reads")
    return unknown("the files of a folder")


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return glob(pathname)
