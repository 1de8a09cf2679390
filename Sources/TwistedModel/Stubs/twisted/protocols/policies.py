from effects import follows
from twisted.internet.protocol import ClientFactory


class WrappingFactory(ClientFactory):
    def __init__(self, wrappedFactory):
        follows(wrappedFactory)


class ThrottlingFactory(WrappingFactory):
    def __init__(self, wrappedFactory, maxConnectionCount=None, readLimit=None, writeLimit=None):
        follows(wrappedFactory)


class LimitTotalConnectionsFactory:
    pass


class TimeoutFactory(WrappingFactory):
    def __init__(self, wrappedFactory, timeoutPeriod=1800):
        follows(wrappedFactory)


class TrafficLoggingFactory(WrappingFactory):
    def __init__(self, wrappedFactory, logfilePrefix, lengthLimit=None):
        follows(wrappedFactory)
