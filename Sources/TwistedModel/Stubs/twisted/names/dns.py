from effects import follows
from twisted.internet.protocol import DatagramProtocol

PORT = 53


class DNSDatagramProtocol(DatagramProtocol):
    def __init__(self, controller, reactor=None):
        follows(controller)
