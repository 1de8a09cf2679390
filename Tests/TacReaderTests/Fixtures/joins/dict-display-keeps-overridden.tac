import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
d = {"a": 8001}
e = {**d, "a": 8002}
for p in e.values(): internet.TCPServer(p, None).setServiceParent(application)  #! listener tcp 8002
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
#! python python3
