from effects import opens


class File:
    __state__ = {"path": "path"}

    def __init__(self, path, defaultType="text/plain", ignoredExts=(), processors=None, indexNames=None):
        opens(path, "serves")
