import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
class C: port = 8001
o = C()
if os.environ.get("F1"): o.port = 8002  #! variable F1
internet.TCPServer(o.port, None).setServiceParent(application)  #! listener tcp 8002 conditional ;; listener tcp 8001 conditional
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
