from twisted.application import internet, service
from answer import Answer

application = service.Application("udp")
internet.UDPServer(7009, Answer()).setServiceParent(application)
