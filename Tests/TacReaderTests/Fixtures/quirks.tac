import os, random
from twisted.application import internet, service
from twisted.internet import reactor

class Base(object):
    port = None
    def listen(self):
        return internet.TCPServer(self.port, None)  #! listener tcp 81 ;; listener tcp 22

class Web(Base):
    port = 81

class Ssh(Base):
    def __init__(self, port=22):
        super(Ssh, self).__init__()
        self.port = port

application = service.Application("quirks")  #! name quirks
for kind in (Web, Ssh):
    kind().listen().setServiceParent(application)
port = random.randint(1000, 2000)
internet.TCPServer(port, None).setServiceParent(application)  #! listener tcp ?(a call of random.randint())
internet.TCPServer(0, None).setServiceParent(application)  #! listener tcp 0
server = None
if os.getenv("TLS"):  #! variable TLS
    server = internet.SSLServer(443, None, None)  #! listener ssl 443 conditional
if server is not None:
    server.setServiceParent(application)
names = {}
names["a"] = 5
names.update(b=6)
if os.getenv("MORE"):  #! variable MORE
    names["c"] = 7
for key, value in sorted(names.items()):
    internet.UDPServer(value, None).setServiceParent(application)  #! listener udp 5 conditional ;; listener udp 6 conditional ;; listener udp 7 conditional
def outer():
    count = 10
    def inner(extra):
        return count + extra
    return inner(5)
internet.TCPServer(outer(), None).setServiceParent(application)  #! listener tcp 15
parts = "127.0.0.1:9999".split(":")
internet.TCPServer(int(parts[1]), None, interface=parts[0]).setServiceParent(application)  #! listener tcp 9999 interface=127.0.0.1
host, port = "::1", 0x1F90
internet.TCPServer(port, None, interface=host).setServiceParent(application)  #! listener tcp 8080 interface=::1
kwargs = {"interface": "10.0.0.2", "backlog": 5}
args = (8888, None)
internet.TCPServer(*args, **kwargs).setServiceParent(application)  #! listener tcp 8888 interface=10.0.0.2
internet.TCPServer(*unknown()).setServiceParent(application)  #! listener tcp ?(arguments that are computed) interface=?(arguments that are computed)
late = internet.TCPServer(8889, None)  #! note this service is never hung below the application, so nothing starts it
late.setServiceParent(application)
late.disownServiceParent()
undefined.setServiceParent(application)  #! note a service is made by code that was not read (the name undefined), so the ports that it opens are not known
port += 1
port = port if port else 1
internet.TCPServer(port, None).setServiceParent(application)  #! listener tcp 8081
#! modules stdlib: os random
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.reactor
