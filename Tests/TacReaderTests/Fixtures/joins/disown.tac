import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
s = internet.TCPServer(8001, None)  #! listener tcp 8001 conditional
s.setServiceParent(application)
if os.environ.get("F1"): s.disownServiceParent()  #! variable F1
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
