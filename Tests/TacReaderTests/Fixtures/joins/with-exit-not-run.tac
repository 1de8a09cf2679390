import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
class K:
    def __enter__(self): return self
    def __exit__(self, *a): internet.TCPServer(8001, None).setServiceParent(application)  #! listener tcp 8001
with K(): pass
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
