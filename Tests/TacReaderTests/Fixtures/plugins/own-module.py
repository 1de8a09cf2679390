from twisted.application import internet, service
from twisted.application.service import ServiceMaker
from twisted.python import usage


class Options(usage.Options):
    optParameters = [["port", "p", 8000, "The port.", int], ["interface", "i", "", "The address."]]  #! option port -p 8000 ;; option interface -i ""


def serve(port=1, interface="::"):
    return internet.TCPServer(port, None, interface=interface)  #! listener tcp ?(option:port|8000) interface=?(option:interface|)


def makeService(options):
    top = service.MultiService()
    serve(**options).setServiceParent(top)
    return top


maker = ServiceMaker("Shop", __name__, "Sells.", "shop")  #! plugin shop ?(the name __name__)
#! modules twisted: twisted.application.internet twisted.application.service twisted.python.usage
