from twisted.application import service
from foolscap.api import Tub

application = service.Application("tub")  #! name tub
tub = Tub(certFile="pb.pem")  #! file certificate pb.pem
tub.setServiceParent(application)
tub.listenOn("tcp:12345")  #! listener tcp 12345
#! modules third-party: foolscap.api
#! modules twisted: twisted.application.service
