from effects import isText, opens, unknown


def parse(file, parser=None, bufsize=None):
    if isText(file):
        opens(file, "reads")
    return unknown("a document")
