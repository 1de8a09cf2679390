import os
from twisted.application import internet, service
from twisted.internet import reactor
application = service.Application("x")  #! name x
class Place:
    __match_args__ = ("port", "kind")
    def __init__(self, port, kind=1): self.port, self.kind = port, kind
def listen(value):
    match value:
        case 8001 | 8002 as port: reactor.listenTCP(port, None)  #! listener tcp 8002
        case int() as port if port > 8009: reactor.listenTCP(port, None)  #! listener tcp 8010
        case [] | None: reactor.listenTCP(8003, None)  #! listener tcp 8003
        case [port]: reactor.listenTCP(port, None)  #! listener tcp 8004
        case [8005, *rest]: reactor.listenTCP(8005 + len(rest), None)  #! listener tcp 8006
        case {"kind": "a", "port": port}: reactor.listenTCP(port, None)  #! listener tcp 8011
        case {"port": port, **rest} if rest: reactor.listenTCP(port, None)  #! listener tcp 8012
        case Place(8020): reactor.listenTCP(8021, None)  #! listener tcp 8021
        case Place(kind=2, port=port): reactor.listenTCP(port, None)  #! listener tcp 8022
        case _: reactor.listenTCP(8099, None)  #! listener tcp 8099
for value in (8002, 8010, 8008, [], [8004], [8005, 1], {"kind": "a", "port": 8011}, {"kind": "b", "port": 8012}):
    listen(value)
for value in (Place(8020), Place(8022, 2), None): listen(value)
match os.environ.get("F1"):  #! variable F1
    case None: port = 8030
    case _: port = 8031
reactor.listenTCP(port, None)  #! listener tcp 8030 conditional ;; listener tcp 8031 conditional
#! python python3
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.reactor
