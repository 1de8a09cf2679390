import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
x = 8001
os.environ.get("F1") and (x := 8002)  #! variable F1
internet.TCPServer(x, None).setServiceParent(application)  #! listener tcp 8001 conditional ;; listener tcp 8002 conditional
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
#! python python3
