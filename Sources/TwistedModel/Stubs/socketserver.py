"""Servers of the standard library, which bind where they are made."""
from effects import follows, listens


class TCPServer:
    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        listens(None, "tcp", server_address[1], server_address[0])
        follows(RequestHandlerClass)


class ThreadingTCPServer(TCPServer):
    pass


class UDPServer:
    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        listens(None, "udp", server_address[1], server_address[0])
        follows(RequestHandlerClass)


class UnixStreamServer:
    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        listens(None, "unix", path=server_address)
        follows(RequestHandlerClass)
