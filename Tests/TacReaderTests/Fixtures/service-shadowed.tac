from twisted.application import internet, service
from elsewhere import MyService
service = MyService()
application = service.Application("shadowed")  #! name shadowed conditional
internet.TCPServer(8200, None).setServiceParent(application)  #! listener tcp 8200
#! modules third-party: elsewhere
#! modules twisted: twisted.application.internet twisted.application.service
