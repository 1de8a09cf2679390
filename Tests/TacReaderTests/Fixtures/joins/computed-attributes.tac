import collections, os, types
from twisted.application import service
from twisted.internet import reactor
application = service.Application("x")  #! name x
class Asked:
    def __getattr__(self, name):
        if name == "port": return 8001
        raise AttributeError(name)
asked = Asked()
reactor.listenTCP(getattr(asked, "port", 1), None)  #! listener tcp 8001
reactor.listenTCP(getattr(asked, "other", 8002), None)  #! listener tcp 8002
reactor.listenTCP(1 if hasattr(asked, "other") else 8003, None)  #! listener tcp 8003
class Meta(type):
    def __new__(meta, name, bases, members):
        members["port"] = members["port"] + 1
        return super().__new__(meta, name, bases, members)
    def __getattr__(cls, name): return 8005
class Made(metaclass=Meta): port = 8003
reactor.listenTCP(Made.port, None)  #! listener tcp 8004
try: reactor.listenTCP(Made.other, None)  #! listener tcp 8005 conditional
except AttributeError: reactor.listenTCP(1, None)  #! listener tcp 1 conditional
class Base:
    _port = 1
    @property
    def port(self): return self._port
    @port.setter
    def port(self, value): self._port = value
class Derived(Base):
    @property
    def port(self): return super().port + 1
    @port.setter
    def port(self, value): Base.port.fset(self, value)
derived = Derived()
derived.port = 8005
reactor.listenTCP(derived.port, None)  #! listener tcp 8006
names = types.SimpleNamespace(a=8007, b=1)
del names.b
reactor.listenTCP(getattr(names, "b", 8008), None)  #! listener tcp 8008
if os.environ.get("F1"): names.a = 8009  #! variable F1
reactor.listenTCP(names.a, None)  #! listener tcp 8007 conditional ;; listener tcp 8009 conditional
Pair = collections.namedtuple("Pair", "a b")
try: reactor.listenTCP(Pair(1, 8010)._replace(a=8011).a, None)  #! listener tcp 8011 conditional
except Exception: reactor.listenTCP(1, None)  #! listener tcp 1 conditional
for value in Pair(8012, 8013)._asdict().values(): reactor.listenTCP(value, None)  #! listener tcp 8012 ;; listener tcp 8013
class Failure(ValueError):
    def __init__(self, port, *more):
        super().__init__(*more)
        self.port = port
try: raise Failure(8014, "a")
except ValueError as failure: reactor.listenTCP(failure.port + len(failure.args), None)  #! listener tcp 8015
kept = vars(derived)
derived._port = 8016
reactor.listenTCP(kept["_port"], None)  #! listener tcp 8016
kept = globals()
late = 8017
reactor.listenTCP(kept["late"], None)  #! listener tcp 8017
#! python python3
#! modules stdlib: collections os types
#! modules twisted: twisted.application.service twisted.internet.reactor
