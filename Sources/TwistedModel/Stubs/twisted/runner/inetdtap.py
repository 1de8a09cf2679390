"""twistd inetd, whose ports are those of a file of its own."""
from effects import listens, opens, unknown
from twisted.application.service import MultiService
from twisted.python import usage


class Options(usage.Options):
    optParameters = [["rpc", "r", "/etc/rpc"], ["file", "f", "/etc/inetd.conf"]]
    optFlags = [["nointernal", "i"]]


def makeService(config):
    s = MultiService()
    opens(config["file"], "reads")
    listens(s, "unknown", unknown("the services of " + config["file"]))
    return s
