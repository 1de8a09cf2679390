import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
a, b = [8001], [8002]
c = a if os.environ.get("F1") else b  #! variable F1
c.append(8003)
for p in a: internet.TCPServer(p, None).setServiceParent(application)  #! listener tcp 8001 ;; listener tcp 8003 conditional
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
