from effects import opens, unknown


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    opens(file, mode=mode)
    return unknown("the contents of a file")


def FileIO(file, mode="r", closefd=True, opener=None):
    opens(file, mode=mode)
    return unknown("the contents of a file")
