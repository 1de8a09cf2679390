from effects import isText, opens


def parse(source, handler, errorHandler=None):
    if isText(source):
        opens(source, "reads")
