import os
from twisted.application import internet, service
if os.environ.get("STAGE"):  #! variable STAGE
    application = service.Application("stage", uid=1000)  #! name ?(one of stage, live) ;; uid 1000 conditional
else:
    application = service.Application("live", uid=1000)
internet.TCPServer(80, None).setServiceParent(application)  #! listener tcp 80
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
