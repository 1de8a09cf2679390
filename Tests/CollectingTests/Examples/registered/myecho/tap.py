from twisted.application import internet
from twisted.internet import protocol
from twisted.python import usage


class Options(usage.Options):
    optParameters = [["port", "p", 7007, "The port to listen on.", int]]


class Echo(protocol.Protocol):
    def dataReceived(self, data):
        self.transport.write(b"registered: " + data)


def makeService(options):
    return internet.TCPServer(options["port"], protocol.Factory.forProtocol(Echo))
