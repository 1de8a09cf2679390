from twisted.internet import epollreactor
epollreactor.install()  #! reactor epoll
from twisted.internet import reactor
from twisted.application import service

application = service.Application("reactor")  #! name reactor
reactor.listenTCP(1001, None, interface="127.0.0.1")  #! listener tcp 1001 interface=127.0.0.1
reactor.listenUDP(1002, None)  #! listener udp 1002
reactor.listenSSL(1003, None, None)  #! listener ssl 1003
reactor.listenUNIX("/run/r.sock", None)  #! listener unix /run/r.sock
reactor.listenMulticast(1004, None, listenMultiple=True)  #! listener multicast 1004
reactor.connectTCP("example.org", 6667, None)  #! client tcp example.org 6667
def start(port):
    reactor.listenTCP(port, None)  #! listener tcp 1005 ;; listener tcp 1006 later
reactor.callWhenRunning(start, 1005)
reactor.callLater(5, start, 1006)
#! modules twisted: twisted.application.service twisted.internet.epollreactor twisted.internet.reactor
