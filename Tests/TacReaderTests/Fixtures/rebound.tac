from twisted.application import service, internet

application = service.Application("rebound")  #! name rebound

def getWebService():
    return internet.TCPServer(8080, None)  #! listener tcp 8080

service = getWebService()
service.setServiceParent(application)
#! modules twisted: twisted.application.internet twisted.application.service
