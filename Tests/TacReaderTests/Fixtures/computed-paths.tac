import os
import socket
from twisted.application import internet, service
from twisted.internet import reactor
from twisted.web import resource, server
application = service.Application("computed-paths")  #! name computed-paths
HERE = os.path.dirname(__file__)


class Upload(resource.Resource):
    def render_POST(self, request):
        name = request.args[b"name"][0].decode()
        open(os.path.join("uploads", name), "wb").close()  #! file writes folder uploads later
        open("/%s" % name).read()
        open(os.path.join(HERE, name)).read()
        return open(os.path.join(HERE, "data", name)).read()  #! file reads folder data beside later


internet.TCPServer(8080, server.Site(Upload())).setServiceParent(application)  #! listener tcp 8080


def later():
    reactor.listenTCP(8081, server.Site(Upload()))  #! listener tcp 8081 later


reactor.callLater(5, later)
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.reactor twisted.web.resource twisted.web.server
#! modules stdlib: os socket
