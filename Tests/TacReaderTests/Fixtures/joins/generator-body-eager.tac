import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
def g():
    if os.environ.get("F1"): yield 8001  #! variable F1
for p in g(): internet.TCPServer(p, None).setServiceParent(application)  #! listener tcp 8001 conditional
def h():
    internet.TCPServer(8002, None).setServiceParent(application)
    yield 1
h()
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
