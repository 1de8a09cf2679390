from twisted.application import internet, service
from twisted.internet import reactor

class Listener(service.Service):
    port = 2000

    def __init__(self, port=None, host=""):
        if port:
            self.port = port
        self.host = host

    def startService(self):
        service.Service.startService(self)
        self._port = reactor.listenTCP(self.port, None, interface=self.host)  #! listener tcp 2000 ;; listener tcp 2001 interface=127.0.0.1

class Tree(service.MultiService):
    def __init__(self, base):
        service.MultiService.__init__(self)
        internet.TCPServer(base, None).setServiceParent(self)  #! listener tcp 2010
        self.addService(internet.TCPServer(base + 1, None))  #! listener tcp 2011

class Server(internet.TCPServer):
    def __init__(self, port):
        internet.TCPServer.__init__(self, port, None)  #! listener tcp 2020

class Modern(internet.UDPServer):
    def __init__(self):
        super().__init__(2030, None)  #! listener udp 2030

application = service.Application("own")  #! name own
Listener().setServiceParent(application)
Listener(2001, "127.0.0.1").setServiceParent(application)
Tree(2010).setServiceParent(application)
Server(2020).setServiceParent(application)
Modern().setServiceParent(application)
lost = Listener(2999)
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.reactor
