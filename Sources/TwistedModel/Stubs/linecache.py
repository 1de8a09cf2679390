from effects import opens, unknown


def getline(filename, lineno, module_globals=None):
    opens(filename, "reads")
    return unknown("the contents of a file")


def getlines(filename, module_globals=None):
    opens(filename, "reads")
    return unknown("the contents of a file")
