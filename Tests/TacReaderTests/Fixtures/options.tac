from twisted.application import internet, service
from twisted.python import usage

class Options(usage.Options):
    optParameters = [["port", "p", 4000, "The port."], ["host", "h", "localhost", "The host."]]

config = Options()
config.parseOptions()
application = service.Application("options")  #! name options
internet.TCPServer(int(config["port"]), None, interface=config["host"]).setServiceParent(application)  #! listener tcp ?(option:port|4000) interface=?(option:host|localhost)
#! modules twisted: twisted.application.internet twisted.application.service twisted.python.usage
