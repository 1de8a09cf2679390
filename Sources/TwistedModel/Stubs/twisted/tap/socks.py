"""twistd socks."""
from twisted.application import internet
from twisted.protocols import socks
from twisted.python import usage


class Options(usage.Options):
    optParameters = [["interface", "i", "127.0.0.1"], ["port", "p", 1080], ["log", "l", None]]


def makeService(config):
    factory = socks.SOCKSv4Factory(config["log"])
    return internet.TCPServer(int(config["port"]), factory, interface=config["interface"])
