from twisted.application import internet, service
import answers

application = service.Application("night")
internet.TCPServer(7012, answers.factory(b"night")).setServiceParent(application)
