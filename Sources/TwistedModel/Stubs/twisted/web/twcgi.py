from effects import opens
from twisted.web.resource import Resource


class CGIScript(Resource):
    __state__ = {"filename": "filename"}

    def __init__(self, filename, registry=None, reactor=None):
        opens(filename, "reads")


class FilteredScript(CGIScript):
    pass


class CGIDirectory(Resource):
    __state__ = {"path": "pathname"}

    def __init__(self, pathname):
        opens(pathname, "serves")
