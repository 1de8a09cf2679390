from twisted.application import internet, service
PORTS = [7105]
NAMED = {"web": 7106}
try:
    from local_settings import *
except ImportError:
    pass
application = service.Application("star")  #! name star
for port in PORTS:
    internet.TCPServer(port, None).setServiceParent(application)  #! listener tcp ?(import:local_settings.PORTS|7105) conditional
internet.TCPServer(NAMED["web"], None).setServiceParent(application)  #! listener tcp ?(import:local_settings.NAMED.web|7106)
#! modules third-party: local_settings?
#! modules twisted: twisted.application.internet twisted.application.service
