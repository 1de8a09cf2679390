import os.path
from twisted.application import internet, service
from twisted.web import resource, server, static, util
import txmongo
p = os.path
base = p.normpath(p.join(p.dirname(p.abspath(__file__)), p.pardir))
class App(resource.Resource):
    def __init__(self, db):
        resource.Resource.__init__(self)
        self.db = db
        self.putChild(b"static", static.File(p.join(base, "static")))  #! file serves ../static beside
    def render_GET(self, request):
        return open(p.join(base, "templates", "index.html"), "rb").read()  #! file reads ../templates/index.html beside later
db = txmongo.lazyMongoConnectionPool(host="mongo.example.org", port=27018)  #! client tcp mongo.example.org 27018
application = service.Application("txmongo")  #! name txmongo
internet.TCPServer(8888, server.Site(App(db)), interface="127.0.0.1").setServiceParent(service.IServiceCollection(application))  #! listener tcp 8888 interface=127.0.0.1
#! modules stdlib: os.path
#! modules third-party: txmongo
#! modules twisted: twisted.application.internet twisted.application.service twisted.web.resource twisted.web.server twisted.web.static twisted.web.util
