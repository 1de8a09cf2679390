"""Wokkel: a client finds its server by the domain of its JID."""
from effects import connects, follows, unknown
from twisted.application.service import Service


class XMPPClient(Service):
    def __init__(self, jid, password, host=None, port=5222):
        if host is None:
            connects(self, "tcp", unknown("the domain of the JID"), port)
        else:
            connects(self, "tcp", host, port)

    def addHandler(self, handler):
        follows(handler)


class DeferredClientFactory:
    def __init__(self, jid, password):
        pass


def clientCreator(factory):
    connects(None, "tcp", unknown("the domain of the JID"), 5222)
    follows(factory)
