from effects import connects, opens
from twisted.application.service import MultiService


class BuildSlave(MultiService):
    def __init__(self, buildmaster_host, port, name, passwd, basedir, keepalive, usePTY, keepaliveTimeout=None,
                 umask=None, maxdelay=300, numcpus=None, unicode_encoding=None, allow_shutdown=None):
        MultiService.__init__(self)
        opens(basedir, "writes", folder=True)
        connects(self, "tcp", buildmaster_host, port)
