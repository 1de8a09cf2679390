"""Files and folders by their names. What is made, renamed or deleted changes the folder that it lies in."""
from effects import moves, opens, unknown

O_RDONLY = 0
O_WRONLY = 1
O_RDWR = 2
O_CREAT = 64
O_EXCL = 128
O_TRUNC = 512
O_APPEND = 1024
O_NONBLOCK = 2048
O_CLOEXEC = 524288


def open(path, flags, mode=0o777, *, dir_fd=None):
    if flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND):
        opens(path, "writes")
    else:
        opens(path, "reads")
    return unknown("a file descriptor")


def listdir(path=None):
    opens("." if path is None else path, "reads", folder=True)
    return unknown("the files of a folder")


def scandir(path=None):
    return listdir(path)


def walk(top, topdown=True, onerror=None, followlinks=False):
    return listdir(top)


def fwalk(top=".", topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    return listdir(top)


def readlink(path, *, dir_fd=None):
    opens(path, "reads")
    return unknown("what a link leads to")


def mkdir(path, mode=0o777, *, dir_fd=None):
    opens(path, "writes", folder=True)


def makedirs(name, mode=0o777, exist_ok=False):
    opens(name, "writes", folder=True)


def mkfifo(path, mode=0o666, *, dir_fd=None):
    opens(path, "writes")


def mknod(path, mode=0o600, device=0, *, dir_fd=None):
    opens(path, "writes")


def remove(path, *, dir_fd=None):
    opens(path, "writes")


def unlink(path, *, dir_fd=None):
    opens(path, "writes")


def rmdir(path, *, dir_fd=None):
    opens(path, "writes", folder=True)


def removedirs(name):
    opens(name, "writes", folder=True)


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    opens(src, "writes")
    opens(dst, "writes")


def renames(old, new):
    rename(old, new)


def replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    rename(src, dst)


def truncate(path, length):
    opens(path, "writes")


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    opens(path, "writes")


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    opens(path, "writes")


def chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True):
    opens(path, "writes")


def lchown(path, uid, gid):
    opens(path, "writes")


def chdir(path):
    moves(path)


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True):
    opens(src, "reads")
    opens(dst, "writes")


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    opens(dst, "writes")
