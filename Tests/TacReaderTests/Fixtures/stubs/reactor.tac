from twisted.application import service
from twisted.internet import protocol, reactor, task, threads
application = service.Application("reactor")  #! name reactor
factory = protocol.Factory()
reactor.listenTCP(7001, factory, interface="127.0.0.1")  #! listener tcp 7001 interface=127.0.0.1
reactor.listenUDP(7002, protocol.DatagramProtocol())  #! listener udp 7002
reactor.listenMulticast(7003, None, listenMultiple=True)  #! listener multicast 7003
reactor.listenUNIX("/run/app/r", factory, 50, 0o600)  #! listener unix /run/app/r mode=600
reactor.connectTCP("a.example.org", 7004, protocol.ClientFactory())  #! client tcp a.example.org 7004
reactor.connectSSL("b.example.org", 7005, None, None)  #! client ssl b.example.org 7005
def begin(port):
    reactor.listenTCP(port, factory)  #! listener tcp 7006 ;; listener tcp 7007 later
reactor.callWhenRunning(begin, 7006)
reactor.callLater(5, begin, 7007)
def tick(): pass
loop = task.LoopingCall(tick)
loop.start(60, now=False)  #! timer 60.0 tick
protocol.ClientCreator(reactor, protocol.Protocol).connectTCP("c.example.org", 7008)  #! client tcp c.example.org 7008
#! modules twisted: twisted.application.service twisted.internet.protocol twisted.internet.reactor twisted.internet.task twisted.internet.threads
