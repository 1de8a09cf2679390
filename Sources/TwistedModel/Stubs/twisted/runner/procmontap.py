"""twistd procmon."""
from twisted.python import usage
from twisted.runner.procmon import ProcessMonitor


class Options(usage.Options):
    optParameters = [["threshold", "t", 1, "", float], ["killtime", "k", 5, "", float],
                     ["minrestartdelay", "m", 1, "", float], ["maxrestartdelay", "M", 3600, "", float]]
    optFlags = []

    def parseArgs(self, *args):
        self["args"] = args

    def postOptions(self):
        if len(self["args"]) < 1:
            raise usage.UsageError("Please specify a process commandline")


def makeService(config):
    return ProcessMonitor()
