from effects import opens, unknown


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    opens(filename, "opens")
    return unknown("the contents of a file")
