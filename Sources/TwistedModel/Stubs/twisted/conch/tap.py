"""twistd conch."""
from effects import opens
from twisted.application import strports
from twisted.conch.openssh_compat.factory import OpenSSHFactory
from twisted.cred import strcred
from twisted.python import usage


class Options(usage.Options, strcred.AuthOptionMixin):
    optParameters = [["interface", "i", ""], ["port", "p", "tcp:22"], ["data", "d", "/etc"], ["moduli", "", None]]

    def __init__(self, *a, **kw):
        usage.Options.__init__(self, *a, **kw)

    def addChecker(self, checker):
        pass


def makeService(config):
    opens(config["data"], "reads")
    opens(config["moduli"], "reads")
    port = config["port"]
    if config["interface"]:
        port += ":interface=" + config["interface"]
    return strports.service(port, OpenSSHFactory())
