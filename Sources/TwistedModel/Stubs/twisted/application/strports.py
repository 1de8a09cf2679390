"""Ports by endpoint description."""
from effects import described, follows, listens
from twisted.application.internet import StreamServerEndpointService


def service(description, factory, reactor=None):
    return StreamServerEndpointService(described(description, "server"), factory)


def listen(description, factory):
    listens(None, described(description, "server"))
    follows(factory)
