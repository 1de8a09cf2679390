"""What comes in goes out to another port, which is connected to each time."""
from effects import calls, connects
from twisted.internet.protocol import Factory


class ProxyFactory(Factory):
    __state__ = {"host": "host", "port": "port"}

    def __init__(self, host, port):
        calls(lambda: connects(None, "tcp", host, port))
