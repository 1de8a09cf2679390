from twisted.application import internet, service
application = service.Application("partly")  #! name partly
this is not Python at all  #! note this statement is skipped: invalid syntax
internet.TCPServer(5555, None).setServiceParent(application)  #! listener tcp 5555
def broken(:  #! note this statement is skipped: invalid syntax
    internet.TCPServer(1, None).setServiceParent(application)
internet.TCPServer(5556, None).setServiceParent(application)  #! listener tcp 5556
#! modules twisted: twisted.application.internet twisted.application.service
