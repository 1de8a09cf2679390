from twisted.mail import smtp
from twisted.internet.protocol import ServerFactory


class SMTPFactory(smtp.SMTPFactory):
    def __init__(self, service, portal=None):
        pass


class ESMTPFactory(SMTPFactory):
    def __init__(self, *args):
        pass


class POP3Factory(ServerFactory):
    def __init__(self, service):
        pass
