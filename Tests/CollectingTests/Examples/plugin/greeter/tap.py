from twisted.application import internet
from twisted.internet import protocol
from twisted.python import usage


class Options(usage.Options):
    optParameters = [
        ["port", "p", 7008, "The port to listen on.", int],
        ["greeting", "g", "hello", "What to say."],
    ]


class Greet(protocol.Protocol):
    def connectionMade(self):
        self.transport.write(self.factory.greeting.encode() + b"\n")
        self.transport.loseConnection()


def makeService(config):
    factory = protocol.Factory.forProtocol(Greet)
    factory.greeting = config["greeting"]
    return internet.TCPServer(config["port"], factory)
