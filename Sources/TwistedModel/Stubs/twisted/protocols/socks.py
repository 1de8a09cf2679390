from effects import opens
from twisted.internet.protocol import Factory


class SOCKSv4Factory(Factory):
    __state__ = {"logging": "log"}

    def __init__(self, log):
        opens(log, "logs")
