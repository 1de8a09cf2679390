import functools, itertools, operator
from twisted.application import internet, service
from twisted.internet import reactor
application = service.Application("x")  #! name x
pairs = zip([8001], "a")
for port, _ in pairs: reactor.listenTCP(port, None)  #! listener tcp 8001
for port, _ in pairs: reactor.listenTCP(8002, None)
taken = iter([8003, 8004, 8005])
for port in taken:
    reactor.listenTCP(port, None)  #! listener tcp 8003 ;; listener tcp 8005
    reactor.listenTCP(next(taken, 8006), None)  #! listener tcp 8004 ;; listener tcp 8006
class Ports:
    def __iter__(self): return iter([8007])
    def __reversed__(self): return iter([8008])
for port in reversed(Ports()): reactor.listenTCP(port, None)  #! listener tcp 8008
for port in itertools.islice(itertools.count(8010), 2): reactor.listenTCP(port, None)  #! listener tcp 8010 ;; listener tcp 8011
for port in itertools.takewhile(lambda p: p < 8014, [8013, 8014, 8012]): reactor.listenTCP(port, None)  #! listener tcp 8013
for port in itertools.chain.from_iterable([[8015], (8016,)]): reactor.listenTCP(port, None)  #! listener tcp 8015 ;; listener tcp 8016
for kind, group in itertools.groupby([8017, 8019, 8020], key=lambda p: p % 2): reactor.listenTCP(8100 + kind, None)  #! listener tcp 8101 ;; listener tcp 8100
for a, b in itertools.product([8021], [0, 1]): reactor.listenTCP(a + b, None)  #! listener tcp 8021 ;; listener tcp 8022
for row in itertools.combinations([8023, 8024], 2): reactor.listenTCP(row[1], None)  #! listener tcp 8024
reactor.listenTCP(functools.reduce(lambda a, b: a + b, [8025, 1]), None)  #! listener tcp 8026
@functools.lru_cache(maxsize=None)
def once(port): reactor.listenTCP(port, None)  #! listener tcp 8027
once(8027), once(8027)
cached = functools.lru_cache(lambda port: reactor.listenTCP(port, None))  #! listener tcp 8028
cached(8028)
for port in map(operator.itemgetter("port"), [{"port": 8029}]): reactor.listenTCP(port, None)  #! listener tcp 8029
ports = [8030, 8031, 8032]
for port in ports[slice(1)]: reactor.listenTCP(port, None)  #! listener tcp 8030
del ports[slice(0, 2)]
reactor.listenTCP(ports[0], None)  #! listener tcp 8032
#! modules stdlib: functools itertools operator
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.reactor
