from effects import opens, unknown


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    opens(filename, mode=mode)
    return unknown("the contents of a file")


def BZ2File(filename, mode="r", *, compresslevel=9):
    opens(filename, mode=mode)
    return unknown("the contents of a file")
