from twisted.application import internet, service
from twoost.app import build_all, attach
from shop.config import config, settings

application = service.Application("handed")  #! name handed
build_all(application)  #! note the application is handed to code that was not read (build_all()), so what that adds to it is not known
top = service.MultiService()
attach(7000, parent=top)  #! note a collection of services is handed to code that was not read (attach()), so what that adds to it is not known
top.setServiceParent(application)
internet.TCPServer(int(config.get("server", "port")), None).setServiceParent(application)  #! listener tcp ?(config:server.port)
internet.TCPServer(settings.getint("port", 8080), None).setServiceParent(application)  #! listener tcp ?(config:port|8080)
#! modules third-party: shop.config twoost.app
#! modules twisted: twisted.application.internet twisted.application.service
