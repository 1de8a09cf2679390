from twisted.application import internet, service
from echoes.protocol import EchoFactory

application = service.Application("echo")
internet.TCPServer(7007, EchoFactory()).setServiceParent(application)
