import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
a = [8001, 8002]
a[-1] = 8003
a[:0] = [8004]
a.insert(-1, 8005)
for p in a: internet.TCPServer(p, None).setServiceParent(application)  #! listener tcp 8004 ;; listener tcp 8001 ;; listener tcp 8005 ;; listener tcp 8003
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
