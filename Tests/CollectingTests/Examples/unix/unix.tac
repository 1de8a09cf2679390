from twisted.application import internet, service
from answer import AnswerFactory

application = service.Application("unix")
internet.UNIXServer("/run/twisted-unix/socket", AnswerFactory(), mode=0o666).setServiceParent(application)
