import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
d = {"a": 8001}
internet.TCPServer(d.get("a" if os.environ.get("F1") else "b", 8002), None).setServiceParent(application)  #! listener tcp 8001 conditional ;; listener tcp 8002 conditional ;; variable F1
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
