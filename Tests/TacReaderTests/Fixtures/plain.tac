from twisted.application import internet, service
from twisted.web import server, static

application = service.Application("web")  #! name web
site = server.Site(static.File("/srv/www"))  #! file serves /srv/www
internet.TCPServer(8080, site).setServiceParent(application)  #! listener tcp 8080
#! modules twisted: twisted.application.internet twisted.application.service twisted.web.server twisted.web.static
