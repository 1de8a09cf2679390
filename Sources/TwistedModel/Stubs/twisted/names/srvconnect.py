from effects import connects, follows, unknown


class SRVConnector:
    def __init__(self, reactor, service, domain, factory, protocol="tcp", connectFuncName="connectTCP", connectFuncArgs=(),
                 connectFuncKwArgs={}, defaultPort=None):
        self.domain, self.defaultPort = domain, defaultPort
        follows(factory)

    def connect(self):
        connects(None, "tcp", self.domain, unknown("the SRV record of the domain", self.defaultPort))
