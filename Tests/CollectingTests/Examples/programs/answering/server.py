import sys

from twisted.internet import endpoints, protocol, task


class Answer(protocol.Protocol):
    def dataReceived(self, data):
        self.transport.write(b"command: " + data)


def serve(reactor, port):
    endpoints.TCP4ServerEndpoint(reactor, int(port)).listen(protocol.Factory.forProtocol(Answer))
    return task.deferLater(reactor, 1e6, lambda: None)


def main():
    task.react(serve, sys.argv[1:])
