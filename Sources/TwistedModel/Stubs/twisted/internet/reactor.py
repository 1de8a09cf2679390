"""The reactor: what it does at once, and what it calls later."""
from effects import calls, connects, follows, isNumber, listens, opens
from socket import socket


def listenTCP(port, factory, backlog=50, interface=""):
    listens(None, "tcp", port, interface)
    follows(factory)


def listenSSL(port, factory, contextFactory, backlog=50, interface=""):
    listens(None, "ssl", port, interface)
    follows(factory)


def listenUDP(port, protocol, interface="", maxPacketSize=8192):
    listens(None, "udp", port, interface)
    follows(protocol)


def listenMulticast(port, protocol, interface="", maxPacketSize=8192, listenMultiple=False):
    listens(None, "multicast", port, interface)
    follows(protocol)


def listenUNIX(address, factory, backlog=50, mode=0o666, wantPID=0):
    listens(None, "unix", path=address, mode=mode)
    follows(factory)


def listenUNIXDatagram(address, protocol, maxPacketSize=8192, mode=0o666):
    listens(None, "unixDatagram", path=address, mode=mode)
    follows(protocol)


def adoptStreamPort(fileDescriptor, addressFamily, factory):
    # A socket of the program's own listens already.
    if isNumber(fileDescriptor) or not isinstance(fileDescriptor, socket):
        listens(None, "systemd")
    follows(factory)


def adoptDatagramPort(fileDescriptor, addressFamily, protocol, maxPacketSize=8192):
    if isNumber(fileDescriptor) or not isinstance(fileDescriptor, socket):
        listens(None, "systemd")
    else:
        listens(None, "udp", fileDescriptor.address[1], fileDescriptor.address[0])
    follows(protocol)


def connectTCP(host, port, factory, timeout=30, bindAddress=None):
    connects(None, "tcp", host, port)
    follows(factory)


def connectSSL(host, port, factory, contextFactory, timeout=30, bindAddress=None):
    connects(None, "ssl", host, port)
    follows(factory)


def connectUNIX(address, factory, timeout=30, checkPID=0):
    connects(None, "unix", path=address)
    follows(factory)


def connectUNIXDatagram(address, protocol, maxPacketSize=8192, mode=0o666, bindAddress=None):
    connects(None, "unixDatagram", path=address)
    follows(protocol)


def callWhenRunning(callable, *args, **kwargs):
    calls(callable, *args, when="start", **kwargs)


def callLater(delay, callable, *args, **kw):
    calls(callable, *args, **kw)


def callFromThread(f, *args, **kwargs):
    calls(f, *args, **kwargs)


def callInThread(_callable, *args, **kwargs):
    calls(_callable, *args, **kwargs)


def addSystemEventTrigger(phase, eventType, callable, *args, **kwargs):
    if eventType == "startup":
        calls(callable, *args, when="start", **kwargs)
    else:
        calls(callable, *args, **kwargs)


def spawnProcess(processProtocol, executable, args=(), env={}, path=None, uid=None, gid=None, usePTY=0, childFDs=None):
    # A name without a folder is looked for on PATH.
    if "/" in executable:
        opens(executable, "reads")
    follows(processProtocol)
