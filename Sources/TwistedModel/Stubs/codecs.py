from effects import contents, opens


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    opens(filename, mode=mode)
    return contents(filename)
