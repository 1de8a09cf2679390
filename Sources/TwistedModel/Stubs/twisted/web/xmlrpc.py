from twisted.web.client import _connect
from twisted.web.resource import Resource


class XMLRPC(Resource):
    def __init__(self, allowNone=False, useDateTime=False):
        pass


class Proxy:
    def __init__(self, url, user=None, password=None, allowNone=False, useDateTime=False, connectTimeout=30.0,
                 reactor=None):
        _connect(url)
