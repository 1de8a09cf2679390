from zope.interface import implements
from twisted.application import internet
from twisted.application.service import IServiceMaker
from twisted.plugin import IPlugin
from twisted.python import usage

class Options(usage.Options):
    optParameters = [
        ["port", "p", 1235, "The port to listen on."],  #! option port -p 1235
        ("host", None, "localhost", "The host."),  #! option host localhost
    ]
    optFlags = [["verbose", "v", "Say more."]]  #! flag verbose -v

    def opt_config_file(self, path):  #! option config-file
        pass

class MyServiceMaker(object):
    implements(IServiceMaker, IPlugin)
    tapname = "myproject"
    description = "Run this!"
    options = Options

    def makeService(self, options):
        return internet.TCPServer(int(options["port"]), None, interface=options["host"])  #! listener tcp ?(option:port|1235) interface=?(option:host|localhost)

serviceMaker = MyServiceMaker()  #! plugin myproject
#! modules twisted: twisted.application.internet twisted.application.service twisted.plugin twisted.python.usage zope.interface
