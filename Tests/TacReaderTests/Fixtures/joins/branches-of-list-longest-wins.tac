import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
a = [8001]
if os.environ.get("F1"): a.append(8002)  #! variable F1
else: a.append(8003)
for p in a: internet.TCPServer(p, None).setServiceParent(application)  #! listener tcp 8001 ;; listener tcp 8002 conditional ;; listener tcp 8003 conditional
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
