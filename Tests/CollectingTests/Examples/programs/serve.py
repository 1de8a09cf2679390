import argparse

from twisted.internet import protocol, reactor


class Answer(protocol.Protocol):
    def dataReceived(self, data):
        self.transport.write(b"script: " + data)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", "-p", type=int, default=7020)
    options = parser.parse_args()
    with open("notes.txt") as notes:
        print(notes.read())
    reactor.listenTCP(options.port, protocol.Factory.forProtocol(Answer))
    reactor.run()


if __name__ == "__main__":
    main()
