"""twistd ftp."""
from twisted.application import internet
from twisted.cred import checkers, portal, strcred
from twisted.protocols import ftp
from twisted.python import usage


class Options(usage.Options, strcred.AuthOptionMixin):
    optParameters = [["port", "p", "2121"], ["root", "r", "/usr/local/ftp"], ["userAnonymous", "", "anonymous"]]

    def __init__(self, *a, **kw):
        usage.Options.__init__(self, *a, **kw)

    def opt_password_file(self, filename):
        checkers.FilePasswordDB(filename, cache=True)


def makeService(config):
    factory = ftp.FTPFactory(portal.Portal(ftp.FTPRealm(config["root"])))
    return internet.TCPServer(int(config["port"]), factory)
