import sys, os
paths = ('.', '../')
for path in paths:
    _path = os.path.abspath(path)
    if _path not in sys.path:
        sys.path.append(_path)  #! note the search path for modules gains "." ;; note the search path for modules gains ".."
from twisted.application import internet, service
from twisted.internet import reactor
from autobahn.twisted.websocket import WebSocketServerFactory, listenWS
import settings
multi = service.MultiService()
for name in dir(settings):
    pass
site_port = settings.PORTS['web']
internet.TCPServer(site_port, None).setServiceParent(multi)  #! listener tcp ?(import:settings.PORTS.web)
internet.TCPServer(settings.BASE + 1, None).setServiceParent(multi)  #! listener tcp ?(import:settings.BASE)
internet.TCPServer(int(settings.get('x', 'y')), None).setServiceParent(multi)  #! listener tcp ?(config:x.y)
factory = WebSocketServerFactory("ws://localhost:9000")
listenWS(factory)  #! listener tcp 9000
application = service.Application('MaoJ')  #! name MaoJ
multi.setServiceParent(application)
class Handler:
    def __init__(self, app, port=None):
        self.app = app
        self.port = port or 4444
        self.attach()
    def attach(self):
        self.svc = internet.TCPServer(self.port, self)  #! listener tcp 4444 ;; listener tcp ?(import:settings.HPORT|4444)
        self.svc.setServiceParent(self.app)
h = Handler(application)
h2 = Handler(application, port=settings.HPORT)
with open('x') as fh:  #! file reads x
    for line in fh:
        host, port = line.split(':')
        internet.TCPClient(host, int(port), None).setServiceParent(application)  #! client tcp ?(a call of line.split()) ?(a call of line.split()) conditional
def services():
    yield internet.TCPServer(6000, None)  #! listener tcp 6000
    yield internet.TCPServer(6001, None)  #! listener tcp 6001
for s in services():
    s.setServiceParent(application)
map(lambda s: s.setServiceParent(application), [internet.TCPServer(6002, None), internet.UDPServer(6003, None)])  #! listener tcp 6002 conditional ;; listener udp 6003 conditional
[s.setServiceParent(application) for s in (internet.TCPServer(6004, None),)]  #! listener tcp 6004
try:
    PORT = settings.PORT
except AttributeError:
    PORT = 80
internet.TCPServer(PORT, None).setServiceParent(application)  #! listener tcp ?(import:settings.PORT|80)
if len(sys.argv) > 1: LP = int(sys.argv[1])
else: LP = 1234
reactor.listenTCP(LP, None)  #! listener tcp ?(the command line|1234)
try:
    reactor.listenTCP(7777, None)  #! listener tcp 7777 conditional
except:
    pass
application.addService(internet.TCPServer(7778, None)) if False else None
service.IServiceCollection(application).addService(internet.TCPServer(7779, None))  #! listener tcp 7779
service.IProcess(application).processName = "proc"  #! process proc
application.setName = 1
globals()['x'] = 3
#! modules stdlib: os sys
#! modules third-party: autobahn.twisted.websocket settings
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.reactor
