from effects import opens, unknown


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    opens(filename, mode=mode)
    return unknown("the contents of a file")


def GzipFile(filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
    opens(filename, mode=mode or "rb")
    return unknown("the contents of a file")
