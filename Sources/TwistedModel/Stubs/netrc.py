from effects import contents, opens


def netrc(file=None):
    opens(file, "reads")
    return contents(file)
