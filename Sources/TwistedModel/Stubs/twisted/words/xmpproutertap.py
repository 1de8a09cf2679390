"""twistd xmpp-router."""
from twisted.application import strports
from twisted.python import usage


class Options(usage.Options):
    optParameters = [("port", None, "tcp:5347:interface=127.0.0.1"), ("secret", None, "secret")]
    optFlags = [("verbose", "v")]


def makeService(config):
    return strports.service(config["port"], None)
