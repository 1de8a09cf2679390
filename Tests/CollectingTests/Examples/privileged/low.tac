from twisted.application import internet, service
from answer import AnswerFactory

application = service.Application("low")
internet.TCPServer(707, AnswerFactory()).setServiceParent(application)
