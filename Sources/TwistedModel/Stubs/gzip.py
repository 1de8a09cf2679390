from effects import contents, opens


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    opens(filename, mode=mode)
    return contents(filename)


def GzipFile(filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
    opens(filename, mode=mode or "rb")
    return contents(filename)
