"""Sites spread over processes: a subscription connects to a publisher's socket."""
from effects import calls, connects, follows
from twisted.web.resource import Resource


class ResourcePublisher:
    def __init__(self, site):
        follows(site)


class ResourceSubscription(Resource):
    __state__ = {"host": "host", "port": "port"}

    def __init__(self, host, port):
        if host == "unix":
            calls(lambda: connects(None, "unix", path=port))
        else:
            calls(lambda: connects(None, "tcp", host, port))


class UserDirectory(Resource):
    userDirName = "public_html"
    userSocketName = ".twistd-web-pb"

    def __init__(self, userDatabase=None):
        pass
