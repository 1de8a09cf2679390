import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
x = 8001
def f(p=x): return p
x = 8002
internet.TCPServer(f(), None).setServiceParent(application)  #! listener tcp 8001
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
