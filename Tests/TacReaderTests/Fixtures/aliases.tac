import twisted.application.service as svc
from twisted.application import internet as net
from twisted.application.service import Application as App
from twisted.application.internet import TCPServer as Tcp, UDPServer
import twisted.application.strports

application = App(name="alias bot")  #! name "alias bot"
Tcp(7001, factory=None).setServiceParent(application)  #! listener tcp 7001
UDPServer(7002, None).setServiceParent(svc.IServiceCollection(application))  #! listener udp 7002
net.UNIXServer("/run/alias.sock", None, mode=0o660).setServiceParent(application)  #! listener unix /run/alias.sock mode=660
twisted.application.strports.service("tcp:7003", None).setServiceParent(application)  #! listener tcp 7003
#! modules twisted: twisted.application.internet twisted.application.service twisted.application.strports
