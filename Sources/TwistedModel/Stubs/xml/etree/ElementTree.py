from effects import isText, opens, unknown


class ElementTree:
    def __init__(self, element=None, file=None):
        if isText(file):
            opens(file, "reads")

    def parse(self, source, parser=None):
        if isText(source):
            opens(source, "reads")
        return unknown("an element")

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None,
        *, short_empty_elements=True):
        if isText(file_or_filename):
            opens(file_or_filename, "writes")

    def write_c14n(self, file):
        self.write(file)

    def __getattr__(self, name):
        return unknown("a part of a document")


def parse(source, parser=None):
    return ElementTree(None, source)


def iterparse(source, events=None, parser=None):
    if isText(source):
        opens(source, "reads")
    return unknown("a document")
