import os
from twisted.application import internet, service
from twisted.internet import reactor
application = service.Application("x")  #! name x
ports = {"a": 8001, "b": 8002}
if os.environ.get("F1"): ports.pop("a")  #! variable F1
ports["a"] = 8003
reactor.listenTCP(list(ports.values())[0], None)  #! listener tcp 8003 conditional ;; listener tcp 8002 conditional
other = {"a": 8011, "b": 8012}
if os.environ.get("F1"): del other["a"]
for port in other.values(): break
reactor.listenTCP(port, None)  #! listener tcp 8011 conditional ;; listener tcp 8012 conditional
class One:
    port = 8021
class Two:
    port = 8022
either = One()
if os.environ.get("F1"): either.__class__ = Two
reactor.listenTCP(either.port, None)  #! listener tcp 8022 conditional ;; listener tcp 8021 conditional
def default(port=8031): return port
if os.environ.get("F1"): default.__defaults__ = (8032,)
reactor.listenTCP(default(), None)  #! listener tcp 8032 conditional ;; listener tcp 8031 conditional
some = {}
if os.environ.get("F1"): some["a"] = 8041
sorted(some.values(), key=lambda port: reactor.listenTCP(port, None))  #! listener tcp 8041 conditional
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.reactor
