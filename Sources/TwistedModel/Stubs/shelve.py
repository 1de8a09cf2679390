from effects import opens


def open(filename, flag="c", protocol=None, writeback=False):
    opens(filename, "opens")
