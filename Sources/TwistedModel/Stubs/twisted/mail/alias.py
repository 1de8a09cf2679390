from effects import opens


class FileAlias:
    def __init__(self, filename, *args):
        opens(filename, "writes")


class ProcessAlias:
    def __init__(self, path, *args):
        opens(path, "reads")


def loadAliasFile(domains, filename=None, fp=None):
    opens(filename, "reads")
