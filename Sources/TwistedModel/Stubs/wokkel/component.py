from effects import connects, follows
from twisted.application.service import Service


class Component(Service):
    def __init__(self, host, port, jid, password):
        connects(self, "tcp", host, port)

    def addHandler(self, handler):
        follows(handler)


class InternalComponent(Service):
    def __init__(self, router, domain=None):
        pass

    def addHandler(self, handler):
        follows(handler)
