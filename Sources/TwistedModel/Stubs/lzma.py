from effects import contents, opens


def open(filename, mode="rb", *, format=None, check=-1, preset=None, filters=None, encoding=None, errors=None, newline=None):
    opens(filename, mode=mode)
    return contents(filename)


def LZMAFile(filename=None, mode="r", *, format=None, check=-1, preset=None, filters=None):
    opens(filename, mode=mode)
    return contents(filename)
