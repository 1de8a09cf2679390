from effects import opens


class File:
    __state__ = {"path": "path"}

    def __init__(self, path, defaultType="text/html", ignoredExts=(), registry=None, allowExt=0):
        opens(path, "serves")
