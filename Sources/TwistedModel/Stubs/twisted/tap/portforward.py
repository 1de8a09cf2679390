"""twistd portforward."""
from twisted.application import strports
from twisted.protocols import portforward
from twisted.python import usage


class Options(usage.Options):
    optParameters = [["port", "p", "6666"], ["host", "h", "localhost"], ["dest_port", "d", 6665]]


def makeService(config):
    factory = portforward.ProxyFactory(config["host"], int(config["dest_port"]))
    return strports.service(config["port"], factory)
