from twisted.application import service
from twisted.internet import defer, endpoints, reactor
from twisted.internet.defer import inlineCallbacks, returnValue

class Worker(service.Service):
    @inlineCallbacks
    def startService(self):
        self.port = yield endpoints.serverFromString(reactor, "tcp:7070").listen(None)  #! listener tcp 7070
        yield self.more()
        returnValue(self.port)

    @defer.inlineCallbacks
    def more(self):
        yield None
        reactor.listenUDP(7071, None)  #! listener udp 7071

application = service.Application("generators")  #! name generators
Worker().setServiceParent(application)
#! modules twisted: twisted.application.service twisted.internet.defer twisted.internet.endpoints twisted.internet.reactor
