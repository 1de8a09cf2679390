import os
from twisted.application import internet, service
from twisted.internet import reactor
application = service.Application("x")  #! name x
group = service.MultiService()
group.setServiceParent(application)
internet.TCPServer(8001, None).setServiceParent(group)  #! note this service is never hung below the application, so nothing starts it
for child in list(group): child.disownServiceParent()
named = internet.TCPServer(8002, None)  #! note this service is never hung below the application, so nothing starts it
named.setName("web")
named.setServiceParent(application)
application.getServiceNamed("web").disownServiceParent()
internet.TCPServer(8003, None).setServiceParent(group)  #! listener tcp 8003
reactor.listenTCP(8010 + len(group.services), None)  #! listener tcp 8011
if os.environ.get("F1"):  #! variable F1
    class Own(service.Service):
        def startService(self): reactor.listenTCP(8004, None)  #! listener tcp 8004 conditional
    Own().setServiceParent(application)
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.reactor
