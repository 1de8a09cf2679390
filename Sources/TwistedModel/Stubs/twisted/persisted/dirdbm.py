from effects import opens


class DirDBM:
    __state__ = {"dname": "name"}

    def __init__(self, name):
        opens(name, "writes", folder=True)


class Shelf(DirDBM):
    pass


def open(file, flag=None, mode=None):
    return DirDBM(file)
