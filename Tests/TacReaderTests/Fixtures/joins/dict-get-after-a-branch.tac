import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
d = {}
if os.environ.get("F1"): d["port"] = 8001  #! variable F1
internet.TCPServer(d.get("port", 8002), None).setServiceParent(application)  #! listener tcp 8001 conditional ;; listener tcp 8002 conditional
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
