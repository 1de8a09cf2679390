from twisted.application import service, internet
app = service.Application("named otherwise")  #! name "named otherwise" conditional
internet.TCPServer(80, None).setServiceParent(app)  #! listener tcp 80
#! modules twisted: twisted.application.internet twisted.application.service
