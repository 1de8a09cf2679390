import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
internet.TCPServer(max([8001, 8002], key=lambda q: -q), None).setServiceParent(application)  #! listener tcp 8001
internet.TCPServer(sorted([8003, 8004], key=lambda q: -q)[0], None).setServiceParent(application)  #! listener tcp 8004
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
