"""Factories and protocols keep what they are given; what their methods do is the program's."""
from effects import connects, follows


class Factory:
    protocol = None

    @classmethod
    def forProtocol(cls, protocol, *args, **kwargs):
        factory = cls(*args, **kwargs)
        factory.protocol = protocol
        return factory


class ServerFactory(Factory):
    pass


class ClientFactory(Factory):
    pass


class ReconnectingClientFactory(ClientFactory):
    pass


class BaseProtocol:
    pass


class Protocol(BaseProtocol):
    pass


class ProcessProtocol(BaseProtocol):
    pass


class AbstractDatagramProtocol:
    pass


class DatagramProtocol(AbstractDatagramProtocol):
    pass


class ClientCreator:
    def __init__(self, reactor, protocolClass, *args, **kwargs):
        follows(protocolClass)

    def connectTCP(self, host, port, timeout=30, bindAddress=None):
        connects(None, "tcp", host, port)

    def connectSSL(self, host, port, contextFactory, timeout=30, bindAddress=None):
        connects(None, "ssl", host, port)

    def connectUNIX(self, address, timeout=30, checkPID=False):
        connects(None, "unix", path=address)
