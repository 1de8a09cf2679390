from twisted.application import internet, service
import a
from a import *

application = service.Application("circular")  #! name circular
internet.TCPServer(a.PORT, None).setServiceParent(application)  #! listener tcp 1000
internet.TCPServer(OTHER, None).setServiceParent(application)  #! listener tcp 2001
#! modules local: a b
#! modules twisted: twisted.application.internet twisted.application.service
