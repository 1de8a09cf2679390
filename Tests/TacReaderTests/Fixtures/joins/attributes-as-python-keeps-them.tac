import abc, functools
from twisted.application import internet, service
from twisted.internet import reactor
application = service.Application("x")  #! name x
class Port:
    def __init__(self): self._port = 8001
    @property
    def port(self): return self._port
    @port.deleter
    def port(self): self._port = 8002
first = Port()
del first.port
reactor.listenTCP(first.port, None)  #! listener tcp 8002
try: first.port = 1
except AttributeError: reactor.listenTCP(8003, None)  #! listener tcp 8003
class Slots:
    __slots__ = ("port",)
slots = Slots()
slots.port = 8004
try: slots.other = 8005
except AttributeError: reactor.listenTCP(slots.port, None)  #! listener tcp 8004
class Other: port = 8006
class Kept:
    port = 8007
    @functools.cached_property
    def counted(self):
        self.port += 1
        return self.port
kept = Kept()
kept.counted
reactor.listenTCP(kept.counted, None)  #! listener tcp 8008
kept.__class__ = Other
reactor.listenTCP(kept.counted, None)  #! listener tcp 8008
kept.__dict__ = {"port": 8009}
reactor.listenTCP(kept.port, None)  #! listener tcp 8009
class Gone:
    def __delattr__(self, name): reactor.listenTCP(8010, None)  #! listener tcp 8010
del Gone().any
class Hooked:
    port = 1
    def __getattribute__(self, name): return 8011 if name == "port" else object.__getattribute__(self, name)
    def get(self): return self.port
reactor.listenTCP(Hooked().get(), None)  #! listener tcp 8011
class Base(abc.ABC):
    @abc.abstractmethod
    def port(self): return 8012
class Whole(Base):
    def port(self): return super().port() + 1
try: Base()
except TypeError: reactor.listenTCP(Whole().port(), None)  #! listener tcp 8013
def default(port=8014, *, more=8015): return port + more
default.__defaults__ = (8016,)
reactor.listenTCP(default(more=0), None)  #! listener tcp 8016
#! python python3
#! modules stdlib: abc functools
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.reactor
