"""Foolscap: a Tub listens by description and connects by FURL."""
from effects import connects, described, follows, isNumber, isText, listens, opens
from twisted.application.service import MultiService


class Tub(MultiService):
    def __init__(self, certData=None, certFile=None, _test_options={}):
        opens(certFile, "certificate")

    def listenOn(self, what, _test_options={}):
        listens(None, "tcp", what) if isNumber(what) else listens(None, described(what, "server"))

    def setLocation(self, *hints):
        pass

    def setLocationAutomatically(self, *extra_addresses):
        pass

    def registerReference(self, ref, name=None, furlFile=None):
        follows(ref)
        opens(furlFile, "writes")

    def getReference(self, sturdyOrURL):
        _connect(sturdyOrURL)

    def connectTo(self, _furl, _cb, *args, **kwargs):
        _connect(_furl)
        follows(_cb)

    def setLogGathererFURL(self, gatherer_furl_or_furls):
        pass


def _connect(furl):
    if isText(furl):
        place = furl.partition("@")[2].split("/")[0].split(",")[0]
        if place.startswith("tcp:"):
            place = place[4:]
        host, _, port = place.partition(":")
        connects(None, "ssl", host, int(port))
    else:
        connects(None, "ssl", furl, furl)


class Referenceable:
    pass
