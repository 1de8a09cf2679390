import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
n = 0
while n < 3 and os.environ.get("F1"):  #! variable F1
    n += 1
else:
    internet.TCPServer(8001, None).setServiceParent(application)  #! listener tcp 8001
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
