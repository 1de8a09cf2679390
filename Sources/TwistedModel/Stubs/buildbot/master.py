"""Buildbot's master, whose configuration is Python that binds BuildmasterConfig."""
import os
from effects import described, isText, listens, loaded, opens, unknown
from twisted.application.service import MultiService


class LogRotation:
    rotateLength = 1000000
    maxRotatedFiles = 10


def listen(master, port):
    if isText(port):
        listens(master, described(port))
    elif port is not None:
        listens(master, "tcp", port)


class BuildMaster(MultiService):
    def __init__(self, basedir, configfile=None, umask=None, reactor=None, config_loader=None):
        MultiService.__init__(self)
        self.basedir, self.configfile, self.umask = basedir, configfile, umask
        self.log_rotation = LogRotation()
        path = os.path.join(basedir, configfile or "master.cfg")
        opens(path, "reads")
        names = loaded(path)
        if names is None:
            listens(self, "tcp", unknown("the configuration of the build master"))
            return
        config = names.get("BuildmasterConfig", {})
        for options in config.get("protocols", {}).values():
            listen(self, options.get("port"))
        listen(self, config.get("slavePortnum"))
        listen(self, config.get("www", {}).get("port"))
        url = config.get("db", {}).get("db_url", config.get("db_url", "sqlite:///state.sqlite"))
        if isText(url) and url.startswith("sqlite:///"):
            opens(os.path.join(basedir, url[10:]), "writes")
