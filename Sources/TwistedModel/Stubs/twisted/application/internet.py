"""Services that listen, connect or repeat. Those of a port hand their arguments to the reactor's method."""
from effects import calls, connects, follows, listens, repeats
from twisted.application.service import MultiService, Service


class TCPServer(Service):
    __state__ = "args kwargs"

    def __init__(self, port, factory, backlog=50, interface=""):
        listens(self, "tcp", port, interface)
        follows(factory)


class SSLServer(Service):
    __state__ = "args kwargs"

    def __init__(self, port, factory, contextFactory, backlog=50, interface=""):
        listens(self, "ssl", port, interface)
        follows(factory)


class UDPServer(Service):
    __state__ = "args kwargs"

    def __init__(self, port, protocol, interface="", maxPacketSize=8192):
        listens(self, "udp", port, interface)
        follows(protocol)


class MulticastServer(Service):
    __state__ = "args kwargs"

    def __init__(self, port, protocol, interface="", maxPacketSize=8192, listenMultiple=False):
        listens(self, "multicast", port, interface)
        follows(protocol)


class UNIXServer(Service):
    __state__ = "args kwargs"

    def __init__(self, address, factory, backlog=50, mode=0o666, wantPID=0):
        listens(self, "unix", path=address, mode=mode)
        follows(factory)


class UNIXDatagramServer(Service):
    __state__ = "args kwargs"

    def __init__(self, address, protocol, maxPacketSize=8192, mode=0o666):
        listens(self, "unixDatagram", path=address, mode=mode)
        follows(protocol)


class TCPClient(Service):
    __state__ = "args kwargs"

    def __init__(self, host, port, factory, timeout=30, bindAddress=None):
        connects(self, "tcp", host, port)
        follows(factory)


class SSLClient(Service):
    __state__ = "args kwargs"

    def __init__(self, host, port, factory, contextFactory, timeout=30, bindAddress=None):
        connects(self, "ssl", host, port)
        follows(factory)


class UDPClient(Service):
    __state__ = "args kwargs"

    def __init__(self, remotehost, remoteport, protocol, localport=0, interface="", maxPacketSize=8192):
        connects(self, "udp", remotehost, remoteport)
        follows(protocol)


class UNIXClient(Service):
    __state__ = "args kwargs"

    def __init__(self, address, factory, timeout=30, checkPID=0):
        connects(self, "unix", path=address)
        follows(factory)


class UNIXDatagramClient(Service):
    __state__ = "args kwargs"

    def __init__(self, address, protocol, maxPacketSize=8192, mode=0o666, bindAddress=None):
        connects(self, "unixDatagram", path=address)
        follows(protocol)


class TimerService(Service):
    __state__ = {"step": "step", "call": "callable"}

    def __init__(self, step, callable, *args, **kwargs):
        repeats(self, step, callable)


class CooperatorService(Service):
    def __init__(self):
        pass

    def coiterate(self, iterator):
        follows(iterator)


class StreamServerEndpointService(Service):
    __state__ = {"endpoint": "endpoint", "factory": "factory"}

    def __init__(self, endpoint, factory):
        listens(self, endpoint)
        follows(factory)


class ClientService(Service):
    __state__ = {"_machine._endpoint": "endpoint", "_endpoint": "endpoint"}

    def __init__(self, endpoint, factory, retryPolicy=None, clock=None, prepareConnection=None):
        connects(self, endpoint)
        follows(factory)
        calls(prepareConnection)
