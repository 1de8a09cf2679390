from twisted.internet import reactor, ssl, endpoints
from twisted.application import service, internet, strports
from twisted.web.server import Site
from twisted.internet.task import LoopingCall
import logging
class Config(dict):
    __getattr__ = dict.get
cfg = Config(port=8090, iface='0.0.0.0')
class Settings:
    def __init__(self):
        self.port = 9900
        self.data = {'ssh': {'port': 2222}}
    def get(self, k, d=None):
        return self.data.get(k, d)
    @property
    def http(self): return self.port + 1
    @staticmethod
    def st(): return 44
    @classmethod
    def cl(cls): return cls.K
    K = 45
S = Settings()
application = service.Application("three")  #! name three
sc = service.IServiceCollection(application)
internet.TCPServer(cfg.port, None).setServiceParent(sc)  #! listener tcp 8090
internet.TCPServer(cfg['port'], None).setServiceParent(sc)  #! listener tcp 8090
internet.TCPServer(S.port, None).setServiceParent(sc)  #! listener tcp 9900
internet.TCPServer(S.get('ssh')['port'], None).setServiceParent(sc)  #! listener tcp 2222
internet.TCPServer(S.http, None).setServiceParent(sc)  #! listener tcp 9901
internet.TCPServer(S.st(), None).setServiceParent(sc)  #! listener tcp 44
internet.TCPServer(Settings.cl(), None).setServiceParent(sc)  #! listener tcp 45
if cfg.ssl:
    internet.SSLServer(443, None, None).setServiceParent(sc)  #! listener ssl 443 conditional
s = strports.service('tcp:' + str(cfg.get('port2', 70)), None); s.setServiceParent(sc)  #! listener tcp 70
endpoint = endpoints.serverFromString(reactor, "tcp:port={}".format(S.port + 10))  #! listener tcp 9910
@endpoint.listen
def x(): pass
d = endpoint.listen(None)
ep2 = endpoints.quoteStringArgument("/a:b")
strports.service("unix:%s" % ep2, None).setServiceParent(sc)  #! listener unix /a:b
LoopingCall(print).start(5)  #! timer 5.0 print
svc = internet.TCPServer(1, None)  #! listener tcp 1
svc.setName("x")
svc.setServiceParent(sc)
for name, klass in (("a", internet.TCPServer), ("b", internet.UDPServer)):
    svc = klass(100, None)  #! listener tcp 100 ;; listener udp 100
    svc.setServiceParent(application)
top = service.MultiService(); top.parent = application
for _ in range(3):
    application2 = service.Application("never")
#! modules stdlib: logging
#! modules twisted: twisted.application.internet twisted.application.service twisted.application.strports twisted.internet.endpoints twisted.internet.reactor twisted.internet.ssl twisted.internet.task twisted.web.server
