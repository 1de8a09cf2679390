"""A command on another machine, through SSH."""
from effects import connects, opens


class SSHCommandClientEndpoint:
    def __init__(self, creator, command):
        pass

    @classmethod
    def newConnection(cls, reactor, command, username, hostname, port=None, keys=None, password=None, agentEndpoint=None,
                      knownHosts=None, ui=None):
        endpoint = cls(None, command)
        connects(endpoint, "tcp", hostname, port or 22)
        return endpoint

    @classmethod
    def existingConnection(cls, connection, command):
        return cls(None, command)


class KnownHostsFile:
    @classmethod
    def fromPath(cls, path):
        opens(path, "reads")
