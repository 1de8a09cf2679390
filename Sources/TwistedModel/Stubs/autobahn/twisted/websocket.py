"""Autobahn: a factory keeps the address of its web socket (RFC 6455, 3), and listenWS and connectWS take it from there."""
from effects import connects, follows, listens, unknown


class _Factory:
    url = None
    isSecure = False
    host = None
    port = unknown("a web socket without an address")

    def _keep(self, url):
        self.url = url
        if url:
            scheme, _, rest = url.partition("://")
            self.isSecure = scheme == "wss"
            place = rest.split("/")[0].split("?")[0]
            if place.startswith("["):
                host, _, port = place[1:].partition("]")
                port = port[1:]
            else:
                host, _, port = place.partition(":")
            self.host = host
            self.port = int(port) if port else 443 if self.isSecure else 80


class WebSocketServerFactory(_Factory):
    def __init__(self, url=None, protocols=None, server=None, headers=None, externalPort=None, reactor=None, *args,
                 **kwargs):
        self._keep(url)


class WebSocketClientFactory(_Factory):
    def __init__(self, url=None, origin=None, protocols=None, useragent=None, headers=None, proxy=None, reactor=None,
                 *args, **kwargs):
        self._keep(url)


class WampWebSocketServerFactory(_Factory):
    def __init__(self, factory, url=None, *args, **kwargs):
        self._keep(url)
        follows(factory)


class WampWebSocketClientFactory(_Factory):
    def __init__(self, factory, url=None, *args, **kwargs):
        self._keep(url)
        follows(factory)


class WrappingWebSocketServerFactory(_Factory):
    def __init__(self, factory, url, reactor=None, enableCompression=True, autoFragmentSize=0, subprotocol=None):
        self._keep(url)
        follows(factory)


class WrappingWebSocketClientFactory(_Factory):
    def __init__(self, factory, url, reactor=None, enableCompression=True, autoFragmentSize=0, subprotocol=None):
        self._keep(url)
        follows(factory)


class WebSocketServerProtocol:
    pass


class WebSocketClientProtocol:
    pass


def listenWS(factory, contextFactory=None, backlog=50, interface=""):
    if factory.isSecure or factory.url is None and contextFactory is not None:
        listens(None, "ssl", factory.port, interface)
    else:
        listens(None, "tcp", factory.port, interface)
    follows(factory)


def connectWS(factory, contextFactory=None, timeout=30, bindAddress=None):
    if factory.isSecure:
        connects(None, "ssl", factory.host, factory.port)
    else:
        connects(None, "tcp", factory.host, factory.port)
    follows(factory)
