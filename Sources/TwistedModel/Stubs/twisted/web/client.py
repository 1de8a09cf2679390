"""A client's address is known only where its request is made."""
from effects import connects, isText, opens


class _Agent:
    def request(self, method, uri, headers=None, bodyProducer=None):
        _connect(uri)


class Agent(_Agent):
    def __init__(self, reactor, contextFactory=None, connectTimeout=None, bindAddress=None, pool=None):
        pass


class ProxyAgent(_Agent):
    def __init__(self, endpoint, reactor=None, pool=None):
        connects(None, endpoint)

    def request(self, method, uri, headers=None, bodyProducer=None):
        pass


class RedirectAgent(_Agent):
    def __init__(self, agent, redirectLimit=20, sensitiveHeaderNames=()):
        pass


class BrowserLikeRedirectAgent(RedirectAgent):
    pass


class ContentDecoderAgent(_Agent):
    def __init__(self, agent, decoders):
        pass


class CookieAgent(_Agent):
    def __init__(self, agent, cookieJar):
        pass


def getPage(url, contextFactory=None, *args, **kwargs):
    _connect(url)


def downloadPage(url, file, contextFactory=None, *args, **kwargs):
    _connect(url)
    opens(file, "writes")


def _connect(uri):
    if isText(uri):
        scheme, _, rest = uri.partition("://")
        place = rest.split("/")[0].split("?")[0].split("@")[-1]
        host, _, port = place.partition(":")
        kind = "ssl" if scheme == "https" else "tcp"
        connects(None, kind, host, int(port) if port else 443 if scheme == "https" else 80)
    else:
        connects(None, "tcp", uri, uri)
