from twisted.application.service import *
from twisted.application.internet import *
from local_settings import *

application = Application(APP_NAME)  #! name ?(import:local_settings.APP_NAME)
TCPServer(API_PORT, None).setServiceParent(application)  #! listener tcp ?(import:local_settings.API_PORT)
MultiService().setServiceParent(application)
#! modules third-party: local_settings
#! modules twisted: twisted.application.internet twisted.application.service
