from twisted.internet.protocol import DatagramProtocol


class Answer(DatagramProtocol):
    def datagramReceived(self, data, address):
        self.transport.write(b"udp: " + data, address)
