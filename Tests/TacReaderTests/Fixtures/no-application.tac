from twisted.application import service, internet
app = service.Application("named otherwise")  #! name "named otherwise" conditional
internet.TCPServer(80, None).setServiceParent(app)  #! listener tcp 80
#! @0 note the file binds no variable named application, so twistd cannot run it
#! modules twisted: twisted.application.internet twisted.application.service
