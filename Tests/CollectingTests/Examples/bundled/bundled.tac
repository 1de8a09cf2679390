import sys

from twisted.application import service, strports
from twisted.internet import protocol

import answers


class Answer(protocol.Protocol):
    def dataReceived(self, data):
        self.transport.write(answers.answer(data, sys.prefix))


factory = protocol.Factory.forProtocol(Answer)
application = service.Application("bundled")
strports.service("tcp:7021", factory).setServiceParent(application)
