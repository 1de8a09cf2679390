from twisted.internet.app import Application
from twisted.spread import pb

a = application = Application("ancient", uid=0)  #! name ancient ;; uid 0
a.listenTCP(8080, None)  #! listener tcp 8080
a.listenOn(pb.portno, None)  #! listener tcp 8787
application.listenUDP(8081, None, interface="127.0.0.1")  #! listener udp 8081 interface=127.0.0.1
application.connectTCP("localhost", 25, None)  #! client tcp localhost 25
a.listenUNIX("/tmp/ancient", None)  #! listener unix /tmp/ancient
#! modules twisted: twisted.internet.app twisted.spread.pb
