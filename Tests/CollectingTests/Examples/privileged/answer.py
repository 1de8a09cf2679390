from twisted.internet import protocol


class Answer(protocol.Protocol):
    def dataReceived(self, data):
        self.transport.write(b"low: " + data)


class AnswerFactory(protocol.Factory):
    protocol = Answer
