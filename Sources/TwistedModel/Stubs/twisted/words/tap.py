"""twistd words."""
from twisted.application import strports
from twisted.application.service import MultiService
from twisted.cred import checkers, strcred
from twisted.python import usage


class Options(usage.Options, strcred.AuthOptionMixin):
    optParameters = [["hostname", None, None], ["irc-port", None, None], ["pb-port", None, None]]

    def __init__(self, *a, **kw):
        usage.Options.__init__(self, *a, **kw)
        self["groups"] = []

    def opt_group(self, name):
        self["groups"].append(name)

    def opt_passwd(self, filename):
        checkers.FilePasswordDB(filename)


def makeService(config):
    msvc = MultiService()
    for name in ("irc-port", "pb-port"):
        port = config.get(name)
        if port is not None:
            strports.service(port, None).setServiceParent(msvc)
    return msvc
