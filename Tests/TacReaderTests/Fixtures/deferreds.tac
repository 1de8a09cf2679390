from twisted.application import internet, service
from twisted.internet import defer, endpoints, reactor, task


class Watch(service.Service):
    def __init__(self, port):
        self.port = port

    def startService(self):
        service.Service.startService(self)
        self.listening = reactor.listenTCP(self.port, None)  #! listener tcp 4000
        self.loop = task.LoopingCall(self.tick)
        self.loop.start(5)  #! timer 5.0 Watch.tick
        self.connect().addCallback(self.connected)

    @defer.inlineCallbacks
    def tick(self):
        yield task.deferLater(reactor, 1, lambda: None)
        self.other = yield endpoints.TCP4ServerEndpoint(reactor, 4001).listen(None)  #! listener tcp 4001

    def connect(self):
        d = defer.Deferred()
        d.addCallbacks(self.connected, self.failed)
        return d

    def connected(self, result):
        reactor.listenUDP(4002, None)  #! listener udp 4002 conditional

    def failed(self, failure):
        pass


application = service.Application("later")  #! name later
Watch(4000).setServiceParent(application)


def add(result, port, interface=""):
    internet.TCPServer(port, None, interface=interface).setServiceParent(application)  #! listener tcp 4003 interface=::1 conditional ;; listener tcp 4004 conditional
    return result


defer.Deferred().addCallback(add, 4003, interface="::1").addBoth(add, 4004)
later = task.LoopingCall(lambda port: reactor.listenTCP(port, None), 4005)  #! listener tcp 4005 conditional
later.start(60, now=False)  #! timer 60.0
never = task.LoopingCall(lambda: reactor.listenTCP(4006, None))
endpoint = endpoints.serverFromString(reactor, "tcp:4007")  #! listener tcp 4007
print(endpoint)
endpoint.listen(None).addErrback(print)
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.defer twisted.internet.endpoints twisted.internet.reactor twisted.internet.task
