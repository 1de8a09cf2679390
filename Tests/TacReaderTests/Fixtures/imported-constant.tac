from twisted.application import internet, service
from settings import PORT
import conf

application = service.Application(conf.NAME)  #! name ?(import:conf.NAME)
internet.TCPServer(PORT, None, interface=conf.web.HOST).setServiceParent(application)  #! listener tcp ?(import:settings.PORT) interface=?(import:conf.web.HOST)
internet.TCPServer(getattr(conf, "ADMIN", 9999), None).setServiceParent(application)  #! listener tcp ?(import:conf.ADMIN|9999)
internet.TCPServer(conf.OTHER or 1234, None).setServiceParent(application)  #! listener tcp ?(import:conf.OTHER|1234)
#! modules third-party: conf settings
#! modules twisted: twisted.application.internet twisted.application.service
