from twisted.application import internet, service

class DNS(service.MultiService):
    def __init__(self):
        service.MultiService.__init__(self)
        self.udp = internet.UDPServer(5353, None)  #! listener udp 5353
        self.services = [self.udp, internet.TCPServer(5353, None)]  #! listener tcp 5353

application = service.Application("dns")  #! name dns
DNS().setServiceParent(application)
#! modules twisted: twisted.application.internet twisted.application.service
