import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
d = {"port": 8001}
if os.environ.get("F1"): d["port"] = 8002  #! variable F1
internet.TCPServer(d["port"], None).setServiceParent(application)  #! listener tcp 8002 conditional ;; listener tcp 8001 conditional
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
