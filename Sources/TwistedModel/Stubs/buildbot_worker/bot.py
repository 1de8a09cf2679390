"""Buildbot's worker, which connects to its master and works below a folder of its own."""
from effects import connects, described, opens
from twisted.application.service import MultiService


class Worker(MultiService):
    def __init__(self, buildmaster_host, port, name, passwd, basedir, keepalive, usePTY=None, keepaliveTimeout=None,
                 umask=None, maxdelay=None, numcpus=None, unicode_encoding=None, protocol="pb", useTls=None,
                 allow_shutdown=None, maxRetries=None, connection_string=None, delete_leftover_dirs=False,
                 proxy_connection_string=None):
        MultiService.__init__(self)
        self.basedir = basedir
        opens(basedir, "writes", folder=True)
        if connection_string is not None:
            described(connection_string, "client")
        else:
            connects(self, "tcp", buildmaster_host, port)
