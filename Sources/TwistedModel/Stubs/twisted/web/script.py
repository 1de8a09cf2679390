from effects import opens
from twisted.web.resource import Resource


class PythonScript(Resource):
    __state__ = {"filename": "filename"}

    def __init__(self, filename, registry):
        opens(filename, "reads")


class ResourceScriptDirectory(Resource):
    __state__ = {"path": "pathname"}

    def __init__(self, pathname, registry=None):
        opens(pathname, "serves")


class ResourceScriptWrapper(Resource):
    __state__ = {"path": "path"}

    def __init__(self, path, registry=None):
        opens(path, "reads")


def ResourceScript(path, registry):
    opens(path, "reads")


def ResourceTemplate(path, registry):
    opens(path, "reads")
