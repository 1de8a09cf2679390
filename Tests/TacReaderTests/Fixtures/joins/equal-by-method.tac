import os
from twisted.application import service
from twisted.internet import reactor
application = service.Application("x")  #! name x
class Equal:
    def __eq__(self, other): return os.environ.get("F1") == "1"  #! variable F1
    def __hash__(self): return 1
if Equal() == Equal(): reactor.listenTCP(8001, None)  #! listener tcp 8001 conditional
else: reactor.listenTCP(8002, None)  #! listener tcp 8002 conditional
reactor.listenTCP(8100 + len({Equal(), Equal()}), None)  #! listener tcp ?(the length of a dictionary)
class Missing(dict):
    def __missing__(self, key):
        self[key] = 8003
        return self[key]
missing = Missing(a=8004)
reactor.listenTCP(missing["a"], None)  #! listener tcp 8004
reactor.listenTCP(missing["b"], None)  #! listener tcp 8003
reactor.listenTCP(8200 + len(missing), None)  #! listener tcp 8202
plain = {"a": 8005}
views = plain.keys(), plain.values(), plain.items()
plain["b"] = 8006
for name in views[0]: reactor.listenTCP(plain[name], None)  #! listener tcp 8005 ;; listener tcp 8006
for port in views[1]: reactor.listenTCP(port, None)  #! listener tcp 8005 ;; listener tcp 8006
for name, port in list(views[2]): reactor.listenTCP(port, None)  #! listener tcp 8005 ;; listener tcp 8006
for name in plain.keys(): plain[name] = 8007
reactor.listenTCP(plain["b"], None)  #! listener tcp 8007
start = 8010 if os.environ.get("F2") else 8020  #! variable F2
for place, _ in enumerate("a", start): reactor.listenTCP(place, None)  #! listener tcp 8010 conditional ;; listener tcp 8020 conditional
match plain:
    case {"z": int() as port}: reactor.listenTCP(port, None)
    case {"a": int() as port, **rest}: reactor.listenTCP(8300 + len(rest), None)  #! listener tcp 8301
#! python python3
#! modules stdlib: os
#! modules twisted: twisted.application.service twisted.internet.reactor
