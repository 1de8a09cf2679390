import sys

import treq
from cryptography.fernet import Fernet
from twisted.application import service, strports
from twisted.internet import protocol

key = Fernet(Fernet.generate_key())


class Answer(protocol.Protocol):
    def dataReceived(self, data):
        self.transport.write(key.decrypt(key.encrypt(data)) + b" from " + sys.prefix.encode() + treq.__name__.encode())


application = service.Application("pypi")
strports.service("tcp:7022", protocol.Factory.forProtocol(Answer)).setServiceParent(application)
