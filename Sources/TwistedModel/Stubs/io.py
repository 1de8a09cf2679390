from effects import contents, opens


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    opens(file, mode=mode)
    return contents(file)


def FileIO(file, mode="r", closefd=True, opener=None):
    opens(file, mode=mode)
    return contents(file)
