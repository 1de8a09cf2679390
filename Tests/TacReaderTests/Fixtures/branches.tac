import sys
from twisted.application import internet, service

DEBUG = False
application = service.Application("branches")  #! name branches
if DEBUG:
    internet.TCPServer(1, None).setServiceParent(application)
elif sys.platform == "win32":
    internet.TCPServer(2, None).setServiceParent(application)
else:
    internet.TCPServer(3, None).setServiceParent(application)  #! listener tcp 3
if sys.argv[1:]:
    port = 4
else:
    port = 5
internet.TCPServer(port, None).setServiceParent(application)  #! listener tcp 4 conditional ;; listener tcp 5 conditional
internet.UDPServer(6 if not DEBUG else 7, None).setServiceParent(application)  #! listener udp 6
#! modules stdlib: sys
#! modules twisted: twisted.application.internet twisted.application.service
