"""Files that lie in packages."""
from effects import isText, opens, packageFolder, unknown
from pathlib import Path


def files(package):
    folder = packageFolder(package)
    return Path(folder) if isText(folder) else unknown("a file of a package")


def as_file(path):
    return path


def path(package, resource):
    folder = packageFolder(package)
    return Path(folder, resource) if isText(folder) else unknown("a file of a package")


def open_text(package, resource, encoding="utf-8", errors="strict"):
    return path(package, resource).open()


def open_binary(package, resource):
    return path(package, resource).open()


def read_text(package, resource, encoding="utf-8", errors="strict"):
    return path(package, resource).read_text()


def read_binary(package, resource):
    return path(package, resource).read_bytes()


def contents(package):
    return path(package, "").iterdir()
