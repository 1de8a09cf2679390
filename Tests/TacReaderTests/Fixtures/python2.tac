# -*- coding: latin-1 -*-
from twisted.application import internet, service

print "starting", `application_name`
port = 010000 + 0L
application = service.Application("grüße")  #! name grüße
try:
    internet.TCPServer(port, None).setServiceParent(application)  #! listener tcp 4096 conditional
except ValueError, e:
    print >>log, e
    raise RuntimeError, "no port"
if port <> 1:
    exec "pass"  #! note exec runs text that is not followed
#! modules twisted: twisted.application.internet twisted.application.service
#! python python2
