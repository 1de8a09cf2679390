from effects import contents, opens


def getline(filename, lineno, module_globals=None):
    opens(filename, "reads")
    return contents(filename)


def getlines(filename, module_globals=None):
    opens(filename, "reads")
    return contents(filename)
