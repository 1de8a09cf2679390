from zope.interface import implementer
from twisted.application import internet, service
from twisted.internet import endpoints, reactor
from twisted.plugin import IPlugin
from twisted.python import usage

class Options(usage.Options):
    optParameters = [
        ["unix", "u", None, "A socket."],  #! option unix -u
        ["port", "p", "A port to listen on"],  #! option port -p "A port to listen on"
        ["web", "w", 8080, "Web."],  #! option web -w 8080
    ]

class Root(service.MultiService):
    def startService(self):
        reactor.listenTCP(7070, None)  #! listener tcp 7070

@implementer(service.IServiceMaker, IPlugin)
class Maker(object):
    tapname = "started"
    description = "Listens when it starts."
    options = Options

    def makeService(self, options):
        root = Root()
        internet.UNIXServer(options.get("unix"), None).setServiceParent(root)  #! listener unix ?(option:unix)
        internet.TCPServer(options.get("web", 9090), None).setServiceParent(root)  #! listener tcp ?(option:web|8080)
        internet.StreamServerEndpointService(endpoints.serverFromString(reactor, options["port"]), None).setServiceParent(root)  #! listener unknown ?(option:port)
        return root

maker = Maker()  #! plugin started
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.endpoints twisted.internet.reactor twisted.plugin twisted.python.usage zope.interface
