import os
from twisted.application import internet, service
application = service.Application("x")  #! name x
d = {"a": 8001, "b": 8002}
del d["a"]
d.pop("b")
for p in d.values(): internet.TCPServer(p, None).setServiceParent(application)
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
