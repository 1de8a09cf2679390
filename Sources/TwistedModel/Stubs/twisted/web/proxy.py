"""Requests handed on to another server, which is connected to on each."""
from effects import calls, connects
from twisted.web.resource import Resource


class ReverseProxyResource(Resource):
    __state__ = {"host": "host", "port": "port", "path": "path"}

    def __init__(self, host, port, path, reactor=None):
        self.host, self.port, self.path = host, port, path
        calls(lambda: connects(None, "tcp", host, port))
