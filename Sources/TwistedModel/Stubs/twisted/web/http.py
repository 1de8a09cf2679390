from effects import opens
from twisted.internet.protocol import ServerFactory


class HTTPFactory(ServerFactory):
    __state__ = {"logPath": "logPath"}

    def __init__(self, logPath=None, timeout=60, logFormatter=None, reactor=None):
        opens(logPath, "logs")
