from twisted.application import internet, service
import answers

application = service.Application("day")
internet.TCPServer(7011, answers.factory(b"day")).setServiceParent(application)
