import os
from twisted.application import internet, service

def make():
    if os.path.exists("/etc/special"):
        return internet.TCPServer(100, None)  #! listener tcp 100 conditional
    return internet.TCPServer(200, None)  #! listener tcp 200 conditional

def fail(x):
    if not x:
        raise ValueError(x)
    return internet.TCPServer(300, None)  #! listener tcp 300

application = service.Application("returns")  #! name returns
make().setServiceParent(application)
fail(os.getpid()).setServiceParent(application)
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
