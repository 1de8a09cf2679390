"""Zones in files."""
from effects import opens


class FileAuthority:
    def __init__(self, filename):
        opens(filename, "reads")


class PySourceAuthority(FileAuthority):
    pass


class BindAuthority(FileAuthority):
    pass
