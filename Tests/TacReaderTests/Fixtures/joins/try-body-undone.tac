import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
x = 8001
try:
    x = 8002
    raise ValueError
except ValueError: pass
internet.TCPServer(x, None).setServiceParent(application)  #! listener tcp 8002
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
