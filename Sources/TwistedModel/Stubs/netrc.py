from effects import opens, unknown


def netrc(file=None):
    opens(file, "reads")
    return unknown("the contents of a file")
