import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
a = [8001]
b = a.copy()
b.append(8002)
for p in a: internet.TCPServer(p, None).setServiceParent(application)  #! listener tcp 8001
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
