import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
for p in [8001]:
    if os.environ.get("F1"): break  #! variable F1
else:
    internet.TCPServer(8002, None).setServiceParent(application)  #! listener tcp 8002 conditional
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
