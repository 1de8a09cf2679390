import pwd, grp
from twisted.application import service, internet

application = service.Application("low", uid=1, gid=1)  #! name low ;; uid 1 ;; gid 1
other = service.Application("other", pwd.getpwnam("www-data")[2], grp.getgrnam("www-data").gr_gid)
internet.TCPServer(79, None).setServiceParent(application)  #! listener tcp 79
#! modules stdlib: grp pwd
#! modules twisted: twisted.application.internet twisted.application.service
