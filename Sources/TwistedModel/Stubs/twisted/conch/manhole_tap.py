"""twistd manhole, and the service that other programs make with its makeService."""
import os

from effects import opens
from twisted.application import service, strports
from twisted.cred import checkers
from twisted.python import usage


class Options(usage.Options):
    optParameters = [["telnetPort", "t", None], ["sshPort", "s", None], ["passwd", "p", "/etc/passwd"],
                     ["sshKeyDir", None, "<USER DATA DIR>"], ["sshKeyName", None, "server.key"],
                     ["sshKeySize", None, 4096]]

    def __init__(self):
        usage.Options.__init__(self)
        self["namespace"] = None


def makeService(options):
    svc = service.MultiService()
    checkers.FilePasswordDB(options["passwd"])
    if options["telnetPort"]:
        strports.service(options["telnetPort"], None).setServiceParent(svc)
    if options["sshPort"]:
        if options.get("sshKeyDir", "<USER DATA DIR>") != "<USER DATA DIR>":
            opens(os.path.join(options["sshKeyDir"], options.get("sshKeyName", "server.key")), "privateKey")
        strports.service(options["sshPort"], None).setServiceParent(svc)
    return svc
