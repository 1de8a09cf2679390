from twisted.application import internet, service
from twisted.internet import reactor, defer

def ready(result, port):
    reactor.listenTCP(port, None)

class App:
    def __init__(self):
        self.port = 3100
    def begin(self):
        reactor.listenTCP(self.port, None)  #! listener tcp 3100

application = service.Application("callbacks")  #! name callbacks
reactor.callWhenRunning(App().begin)
reactor.callWhenRunning(lambda: reactor.listenTCP(3200, None))  #! listener tcp 3200
d = someone.connect()
d.addCallback(lambda r: reactor.listenTCP(3300, None))  #! listener tcp 3300 conditional
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.defer twisted.internet.reactor
