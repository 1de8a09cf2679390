from effects import opens, unknown


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    opens(filename, mode=mode)
    return unknown("the contents of a file")
