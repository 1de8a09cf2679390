import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
d = {}
d.setdefault("a", 8001)
for p in d.values(): internet.TCPServer(p, None).setServiceParent(application)  #! listener tcp 8001
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
