from twisted.internet import protocol


class Answer(protocol.Protocol):
    def dataReceived(self, data):
        self.transport.write(self.factory.word + b": " + data)


def factory(word):
    made = protocol.Factory.forProtocol(Answer)
    made.word = word
    return made
