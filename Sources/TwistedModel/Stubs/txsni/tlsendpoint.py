from effects import listens
from twisted.internet.endpoints import _ServerEndpoint


class TLSEndpoint(_ServerEndpoint):
    def __init__(self, endpoint, contextFactory):
        listens(self, endpoint)
