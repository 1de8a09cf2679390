import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
import contextlib
with contextlib.suppress(KeyError):
    {}["z"]
    internet.TCPServer(8001, None).setServiceParent(application)
internet.TCPServer(8002, None).setServiceParent(application)  #! listener tcp 8002
#! modules stdlib: contextlib os
#! modules twisted: twisted.application.internet twisted.application.service
