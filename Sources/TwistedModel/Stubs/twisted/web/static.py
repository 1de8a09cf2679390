"""Files that are served."""
from effects import opens
from twisted.web.resource import Resource


class File(Resource):
    __state__ = {"path": "path"}

    def __init__(self, path, defaultType="text/html", ignoredExts=(), registry=None, allowExt=0):
        opens(path, "serves")


class DirectoryLister(Resource):
    __state__ = {"path": "pathname"}

    def __init__(self, pathname, dirs=None, contentTypes={}, contentEncodings={}, defaultType="text/html"):
        opens(pathname, "serves")


class ASISProcessor(Resource):
    __state__ = {"path": "path"}

    def __init__(self, path, registry=None):
        opens(path, "serves")


class Data(Resource):
    def __init__(self, data, type):
        pass


def loadMimeTypes(mimetype_locations=None, init=None):
    for path in mimetype_locations or ():
        opens(path, "reads")
