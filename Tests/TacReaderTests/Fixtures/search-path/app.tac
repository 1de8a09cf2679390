import os, sys
sys.path.insert(0, os.path.join(os.path.dirname(__file__), "lib"))  #! note the search path for modules gains "lib" beside the file
from twisted.application import internet, service
from deep import PORT

application = service.Application("search")  #! name search
internet.TCPServer(PORT, None).setServiceParent(application)  #! listener tcp 6000
#! modules local: deep
#! modules stdlib: os sys
#! modules twisted: twisted.application.internet twisted.application.service
