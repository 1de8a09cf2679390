import dataclasses
from twisted.application import internet, service
from twisted.internet import reactor
application = service.Application("x")  #! name x
def fails(what, port):
    try: what()
    except (TypeError, ValueError): reactor.listenTCP(port, None)  #! listener tcp 8001 ;; listener tcp 8002 ;; listener tcp 8003 ;; listener tcp 8004 ;; listener tcp 8005 ;; listener tcp 8006 ;; listener tcp 8007
fails(lambda: "a" < 1, 8001)
fails(lambda: chr(-1), 8002)
fails(lambda: ~1.5, 8003)
fails(lambda: dict([1]), 8004)
fails(lambda: {[]: 1}, 8005)
fails(lambda: iter(3), 8006)
fails(lambda: int("08", 0), 8007)
reactor.listenTCP(int("0x1f90", 0), None)  #! listener tcp 8080
class Failure(Exception): pass
try: raise Failure(8008)
except Failure as failure: reactor.listenTCP(failure.args[0], None)  #! listener tcp 8008
try:
    class Odd(5): pass
except TypeError: reactor.listenTCP(8009, None)  #! listener tcp 8009
class Named:
    def __set_name__(self, owner, name): owner.found = 8010
class Holder: port = Named()
reactor.listenTCP(Holder.found, None)  #! listener tcp 8010
@dataclasses.dataclass
class Ports:
    first: int = 8011
    more: list = dataclasses.field(default_factory=list)
    def __post_init__(self): self.more.append(self.first + 1)
for port in Ports().more + Ports(8012).more: reactor.listenTCP(port, None)  #! listener tcp 8012 ;; listener tcp 8013
def echo():
    port = yield 8014
    while port: port = yield port + 1
asked = echo()
reactor.listenTCP(next(asked), None)  #! listener tcp 8014
reactor.listenTCP(asked.send(8015), None)  #! listener tcp ?(a value that is sent|8014)
#! python python3
#! modules stdlib: dataclasses
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.reactor
