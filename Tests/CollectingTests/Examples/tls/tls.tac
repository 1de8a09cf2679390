from twisted.application import service, strports
from answer import AnswerFactory

application = service.Application("tls")
strports.service("ssl:7010:privateKey=key.pem:certKey=certificate.pem", AnswerFactory()).setServiceParent(application)
