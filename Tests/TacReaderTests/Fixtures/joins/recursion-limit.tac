import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
def go(n):
    if n:
        internet.TCPServer(8000 + n, None).setServiceParent(application)  #! listener tcp 8005 ;; listener tcp 8004 ;; listener tcp 8003 ;; listener tcp 8002 ;; listener tcp 8001
        go(n - 1)
go(5)
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
