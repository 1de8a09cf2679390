import elsewhere
from twisted.application import internet, service
from twisted.internet import reactor
application = service.Application("x")  #! name x
elsewhere.call(lambda: reactor.listenTCP(8001, None))  #! listener tcp 8001 conditional
class Own:
    def serve(self, port): reactor.listenTCP(port, None)  #! listener tcp ?(an argument from elsewhere) conditional
    @elsewhere.hook
    def hooked(self): reactor.listenTCP(8002, None)  #! listener tcp 8002 conditional
elsewhere.call(Own().serve)
#! modules third-party: elsewhere
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.reactor
