from twisted.application import service
from foolscap.api import Tub

application = service.Application("tub")  #! name tub
tub = Tub(certFile="pb.pem")
tub.setServiceParent(application)  #! note a service is made by code that was not read (a call of Tub()), so the ports that it opens are not known
tub.listenOn("tcp:12345")  #! listener tcp 12345
#! modules third-party: foolscap.api
#! modules twisted: twisted.application.service
