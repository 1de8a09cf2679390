from effects import isText, opens, unknown


def parse(source, parser=None):
    if isText(source):
        opens(source, "reads")
    return unknown("a document")


def iterparse(source, events=None, parser=None):
    return parse(source)
