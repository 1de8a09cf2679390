"""Endpoints. A server's listens where it is used, a client's connects from where it is made."""
from effects import connects, described, follows, listens
from socket import socket


class _ServerEndpoint:
    def listen(self, protocolFactory):
        listens(None, self)
        follows(protocolFactory)


class TCP4ServerEndpoint(_ServerEndpoint):
    __state__ = {"_port": "port", "_interface": "interface"}

    def __init__(self, reactor, port, backlog=50, interface=""):
        listens(self, "tcp", port, interface)


class TCP6ServerEndpoint(_ServerEndpoint):
    __state__ = {"_port": "port", "_interface": "interface"}

    def __init__(self, reactor, port, backlog=50, interface="::"):
        listens(self, "tcp", port, interface)


class SSL4ServerEndpoint(_ServerEndpoint):
    __state__ = {"_port": "port", "_interface": "interface"}

    def __init__(self, reactor, port, sslContextFactory, backlog=50, interface=""):
        listens(self, "ssl", port, interface)


class UNIXServerEndpoint(_ServerEndpoint):
    __state__ = {"_address": "address", "_mode": "mode"}

    def __init__(self, reactor, address, backlog=50, mode=0o666, wantPID=0):
        listens(self, "unix", path=address, mode=mode)


class AdoptedStreamServerEndpoint(_ServerEndpoint):
    def __init__(self, reactor, fileno, addressFamily):
        if not isinstance(fileno, socket):
            listens(self, "systemd")


class StandardIOEndpoint:
    def __init__(self, reactor):
        pass

    def listen(self, stdioProtocolFactory):
        follows(stdioProtocolFactory)


class _ClientEndpoint:
    def connect(self, protocolFactory):
        follows(protocolFactory)


class TCP4ClientEndpoint(_ClientEndpoint):
    __state__ = {"_host": "host", "_port": "port"}

    def __init__(self, reactor, host, port, timeout=30, bindAddress=None):
        connects(self, "tcp", host, port)


class TCP6ClientEndpoint(_ClientEndpoint):
    __state__ = {"_host": "host", "_port": "port"}

    def __init__(self, reactor, host, port, timeout=30, bindAddress=None):
        connects(self, "tcp", host, port)


class HostnameEndpoint(_ClientEndpoint):
    __state__ = {"_hostText": "host", "_hostStr": "host", "_host": "host", "_port": "port"}

    def __init__(self, reactor, host, port, timeout=30, bindAddress=None, attemptDelay=None):
        connects(self, "tcp", host, port)


class SSL4ClientEndpoint(_ClientEndpoint):
    __state__ = {"_host": "host", "_port": "port"}

    def __init__(self, reactor, host, port, sslContextFactory, timeout=30, bindAddress=None):
        connects(self, "ssl", host, port)


class UNIXClientEndpoint(_ClientEndpoint):
    __state__ = {"_path": "path"}

    def __init__(self, reactor, path, timeout=30, checkPID=0):
        connects(self, "unix", path=path)


class ProcessEndpoint(_ClientEndpoint):
    def __init__(self, reactor, executable, args=(), env={}, path=None, uid=None, gid=None, usePTY=0, childFDs=None,
                 errFlag=None):
        pass


def serverFromString(reactor, description):
    return described(description, "server")


def clientFromString(reactor, description):
    return described(description, "client")


def wrapClientTLS(connectionCreator, wrappedEndpoint):
    return wrappedEndpoint


def quoteStringArgument(argument):
    return argument.replace("\\", "\\\\").replace(":", "\\:")


def connectProtocol(endpoint, protocol):
    follows(protocol)
