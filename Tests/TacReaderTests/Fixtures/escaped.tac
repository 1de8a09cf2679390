from twisted.application import internet, service
from twisted.internet import endpoints, reactor
from other import Supervisor

application = service.Application("escaped")  #! name escaped
Supervisor([internet.TCPServer(3001, None)]).setServiceParent(application)  #! listener tcp 3001 conditional ;; note a service is made by code that was not read (a call of Supervisor()), so the ports that it opens are not known
holder = Supervisor()
holder.server = internet.TCPServer(3002, None)  #! listener tcp 3002 conditional
started = internet.TCPServer(3003, None)  #! listener tcp 3003
started.startService()
#! modules third-party: other
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.endpoints twisted.internet.reactor
