from twisted.application import service
from twisted.internet import protocol, reactor
import socket
application = service.Application("sockets")  #! name sockets
own = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
own.bind(("127.0.0.1", 7103))
own.listen(50)  #! listener tcp 7103 interface=127.0.0.1
reactor.adoptStreamPort(own.fileno(), socket.AF_INET, protocol.Factory())
reactor.adoptStreamPort(3, socket.AF_INET, protocol.Factory())  #! listener systemd
#! modules stdlib: socket
#! modules twisted: twisted.application.service twisted.internet.protocol twisted.internet.reactor
