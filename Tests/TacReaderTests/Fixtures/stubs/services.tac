from twisted.application import internet, service, strports
from twisted.internet import endpoints, protocol, reactor
application = service.Application("services", uid=1000, gid=1001)  #! name services ;; uid 1000 ;; gid 1001
factory = protocol.Factory()
root = service.MultiService()
root.setServiceParent(application)
root.addService(internet.TCPServer(7001, factory, interface="127.0.0.1"))  #! listener tcp 7001 interface=127.0.0.1
internet.SSLServer(7002, factory, None, 50, "::1").setServiceParent(root)  #! listener ssl 7002 interface=::1
internet.UDPServer(7003, protocol.DatagramProtocol()).setServiceParent(root)  #! listener udp 7003
internet.MulticastServer(7004, protocol.DatagramProtocol(), "10.0.0.1").setServiceParent(root)  #! listener multicast 7004 interface=10.0.0.1
internet.UNIXServer("/run/app/unix", factory, mode=0o660).setServiceParent(root)  #! listener unix /run/app/unix mode=660
internet.UNIXDatagramServer("/run/app/dgram", None, 8192, 0o600).setServiceParent(root)  #! listener unixDatagram /run/app/dgram mode=600
internet.TCPClient("a.example.org", 7005, factory).setServiceParent(root)  #! client tcp a.example.org 7005
internet.SSLClient(host="b.example.org", port=7006, factory=factory, contextFactory=None).setServiceParent(root)  #! client ssl b.example.org 7006
internet.UNIXClient("/run/other", factory).setServiceParent(root)  #! client unix /run/other
internet.TimerService(30, print).setServiceParent(root)  #! timer 30.0 print
tcp = endpoints.TCP4ServerEndpoint(reactor, 7007, interface="127.0.0.2")  #! listener tcp 7007 interface=127.0.0.2
internet.StreamServerEndpointService(tcp, factory).setServiceParent(root)
internet.ClientService(endpoints.HostnameEndpoint(reactor, "c.example.org", 7008), factory).setServiceParent(root)  #! client tcp c.example.org 7008
strports.service("tcp:7009:interface=127.0.0.3", factory).setServiceParent(root)  #! listener tcp 7009 interface=127.0.0.3
lost = internet.TCPServer(7010, factory)  #! note this service is never hung below the application, so nothing starts it
#! modules twisted: twisted.application.internet twisted.application.service twisted.application.strports twisted.internet.endpoints twisted.internet.protocol twisted.internet.reactor
