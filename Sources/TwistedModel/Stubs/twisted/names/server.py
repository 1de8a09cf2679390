from effects import follows
from twisted.internet.protocol import ServerFactory


class DNSServerFactory(ServerFactory):
    def __init__(self, authorities=None, caches=None, clients=None, verbose=0):
        follows(*(authorities or ()))
        follows(*(clients or ()))
