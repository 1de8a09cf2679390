import os
from twisted.application import internet, service
from settings import PORT, NAME
from helper import make_service, attach
import settings as conf
from store.web import site, ADMIN_PORT
import store.config

try:
    from settings import EXTRA
except ImportError:
    EXTRA = 1
try:
    from missing import OTHER
except ImportError:
    OTHER = 2

application = service.Application(NAME, uid=conf.UID)  #! name beside ;; uid 500
internet.TCPServer(PORT, site).setServiceParent(application)  #! listener tcp 8000
internet.TCPServer(ADMIN_PORT, None, interface=store.config.HOST).setServiceParent(application)  #! listener tcp 8010 interface=10.1.1.1
internet.TCPServer(EXTRA, None).setServiceParent(application)  #! listener tcp 8001
internet.TCPServer(OTHER, None).setServiceParent(application)  #! listener tcp ?(import:missing.OTHER|2)
internet.TCPServer(conf.ABSENT, None).setServiceParent(application)  #! listener tcp ?(import:settings.ABSENT)
make_service(conf).setServiceParent(application)
attach(application)
#! modules local: helper settings store.config store.web
#! modules stdlib: os
#! modules third-party: missing?
#! modules twisted: twisted.application.internet twisted.application.service twisted.application.strports twisted.web.server twisted.web.static
