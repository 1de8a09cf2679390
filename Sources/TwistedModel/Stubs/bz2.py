from effects import contents, opens


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    opens(filename, mode=mode)
    return contents(filename)


def BZ2File(filename, mode="r", *, compresslevel=9):
    opens(filename, mode=mode)
    return contents(filename)
