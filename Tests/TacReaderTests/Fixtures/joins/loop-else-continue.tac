import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
for x in (1, 2):
    for y in (1,): pass
    else: continue
    internet.TCPServer(8001, None).setServiceParent(application)
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
