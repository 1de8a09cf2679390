from effects import connects
from twisted.internet.protocol import ClientFactory, ServerFactory


class SMTPFactory(ServerFactory):
    def __init__(self, portal=None):
        pass


def sendmail(smtphost, from_addr, to_addrs, msg, senderDomainName=None, port=25, reactor=None, username=None,
             password=None, requireAuthentication=False, requireTransportSecurity=False):
    connects(None, "tcp", smtphost, port)
