import dataclasses, os
from twisted.application import service
from twisted.internet import reactor
application = service.Application("x")  #! name x
port = 8001
def early():
    try: return port
    except UnboundLocalError: return 8002
    port = 1
reactor.listenTCP(early(), None)  #! listener tcp 8002
def perhaps():
    if os.environ.get("F1"): port = 8003  #! variable F1
    try: return port
    except NameError: return 8004
reactor.listenTCP(perhaps(), None)  #! listener tcp 8003 conditional ;; listener tcp 8004 conditional
class Body:
    for name in ("a", "b"): vars()[name] = 8005
    locals()["c"] = 8006
reactor.listenTCP(Body.b, None)  #! listener tcp 8005
reactor.listenTCP(getattr(Body, "c", 1), None)  #! listener tcp 8006
class Executed: exec("port = 8007")  #! note exec runs text that is not followed
reactor.listenTCP(getattr(Executed, "port", 1), None)  #! listener tcp ?(an attribute port|1)
class Deleted: port = 8008
if os.environ.get("F2"): del Deleted.port  #! variable F2
reactor.listenTCP(getattr(Deleted, "port", 8009), None)  #! listener tcp 8008 conditional ;; listener tcp 8009 conditional
@dataclasses.dataclass
class Base: port: int = 8010
@dataclasses.dataclass
class Hidden(Base): port = 8011
reactor.listenTCP(Hidden().port, None)  #! listener tcp 8010
reactor.listenTCP(Hidden.port, None)  #! listener tcp 8011
@dataclasses.dataclass(frozen=True)
class Frozen: port: int = 8012
frozen = Frozen()
try: frozen.port = 1
except AttributeError: reactor.listenTCP(frozen.port, None)  #! listener tcp 8012
@dataclasses.dataclass
class Passed:
    port: int
    more: dataclasses.InitVar[int] = 1
    def __post_init__(self, more): self.port += more
reactor.listenTCP(Passed(8014).port, None)  #! listener tcp ?(a field)
reactor.listenTCP(8000 + len(f"{3!r:>4}"), None)  #! listener tcp ?(the length of a text)
calls = []
def called(): calls.append(1); return len(calls)
if called() < called() < called(): reactor.listenTCP(8010 + len(calls), None)  #! listener tcp 8013
members = (member for member in [1, 8014, 8015])
next(members)
for member in members:
    reactor.listenTCP(member, None)  #! listener tcp 1 conditional ;; listener tcp 8014 conditional ;; listener tcp 8015 conditional
    break
#! python python3
#! modules stdlib: dataclasses os
#! modules twisted: twisted.application.service twisted.internet.reactor
