import os
from twisted.application import service, internet
from twisted.web import server, static
from twisted.python import usage
class RootService(service.MultiService):
    def TCPServer(self, *args, **kwargs):
        s = internet.TCPServer(*args, **kwargs)  #! listener tcp 8001
        s.setServiceParent(self)
    def UDPServer(self, *args, **kwargs):
        s = internet.UDPServer(*args, **kwargs)  #! listener udp 8002 interface=127.0.0.1
        s.setServiceParent(self)
def makeService(config):
    root = RootService()
    root.TCPServer(8001, None)
    root.UDPServer(8002, None, interface='127.0.0.1')
    return root
application = service.Application('x')  #! name x
makeService({}).setServiceParent(application)
tcpMessages = {2: 'a', 3: 'b'}
for port in tcpMessages.keys():
    internet.TCPServer(port, None).setServiceParent(service.IServiceCollection(application))  #! listener tcp 2 ;; listener tcp 3
for port in sorted(tcpMessages):
    internet.UDPServer(port, None).setServiceParent(application)  #! listener udp 2 ;; listener udp 3
bind = []
if 'tcp' in os.environ.get('P', 'tcp'):  #! variable P |tcp
    bind.append((internet.TCPServer, None))
if 'udp' in cfg:
    bind.append((internet.UDPServer, None))
for (K, arg) in bind:
    K(int('5300'), arg, interface='').setServiceParent(application)  #! listener tcp 5300 conditional ;; listener udp 5300 conditional
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service twisted.python.usage twisted.web.server twisted.web.static
