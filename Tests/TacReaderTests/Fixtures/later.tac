import os
import signal

from twisted.application import internet, service
from twisted.internet import protocol, reactor
from twisted.internet.endpoints import HostnameEndpoint
from twisted.protocols import basic
from twisted.web import resource, server

HERE = os.path.dirname(os.path.abspath(__file__))


def tick():
    open("tick.txt")  #! file reads tick.txt conditional


class Quote(basic.LineReceiver):
    def __init__(self):
        self.greeting = open("greeting.txt").read()  #! file reads greeting.txt later

    def connectionMade(self):
        open("quotes.txt")  #! file reads quotes.txt later

    def lineReceived(self, line):
        open(line)
        with open("/var/lib/quotes/log", "a") as log:  #! file writes /var/lib/quotes/log later
            log.write(line)


class Unused(protocol.Protocol):
    def connectionMade(self):
        open("unused.txt")


class Plain:
    def connectionMade(self):
        open("plain.txt")


class Quotes(protocol.Factory):
    protocol = Quote

    def startFactory(self):
        open("factory.txt")  #! file reads factory.txt later

    def buildProtocol(self, addr):
        if addr.host == "127.0.0.1":
            open("local.txt")  #! file reads local.txt later
        return Quote()


class Page(resource.Resource):
    isLeaf = True

    def render_GET(self, request):
        HostnameEndpoint(reactor, "upstream.example.org", 8081).connect(None)  #! client tcp upstream.example.org 8081 later
        return open(os.path.join(HERE, "page.html")).read()  #! file reads page.html beside later

    def render_POST(self, request):
        return self.load("post.html")

    def load(self, name):
        return open(name).read()  #! file reads post.html later


class Shop(service.Service):
    plain = Plain()

    def startService(self):
        signal.signal(signal.SIGHUP, self.reread)  #! hangup
        open("start.txt")  #! file reads start.txt

    def reread(self, number, frame):
        open("again.txt")  #! file reads again.txt conditional

    def stopService(self):
        os.listen = reactor.listenTCP(7999, None)
        open("stop.txt")  #! file reads stop.txt later


application = service.Application("later")  #! name later
shop = Shop()
shop.setServiceParent(application)
internet.TimerService(10, tick).setServiceParent(application)  #! timer 10.0 tick
internet.TCPServer(7001, Quotes()).setServiceParent(application)  #! listener tcp 7001
internet.TCPServer(7002, server.Site(Page())).setServiceParent(application)  #! listener tcp 7002
#! modules stdlib: os signal
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.endpoints twisted.internet.protocol twisted.internet.reactor twisted.protocols.basic twisted.web.resource twisted.web.server
