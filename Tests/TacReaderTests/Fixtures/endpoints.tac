from twisted.application import service
from twisted.application.internet import StreamServerEndpointService, ClientService
from twisted.internet import endpoints, reactor
from twisted.internet.endpoints import serverFromString, TCP4ServerEndpoint, TCP6ServerEndpoint
from twisted.internet.endpoints import UNIXServerEndpoint, SSL4ServerEndpoint, clientFromString

application = service.Application("endpoints")  #! name endpoints
for text in ["8080", "tcp:8081:interface=127.0.0.1", "ssl:port=443:privateKey=/etc/k\\:1.pem:certKey=/etc/c.pem",
             "unix:/run/x.sock:mode=660", "systemd:domain=INET:index=0", "tcp6:8082", "haproxy:tcp:8083",
             "le:/srv/certs:tcp:444", "stdio:"]:
    StreamServerEndpointService(serverFromString(reactor, text), None).setServiceParent(application)  #! listener tcp 8080 ;; listener tcp 8081 interface=127.0.0.1 ;; listener ssl 443 ;; listener unix /run/x.sock mode=660 ;; listener systemd ;; listener tcp 8082 interface=:: ;; listener tcp 8083 ;; listener unknown ?(an endpoint of another kind) ;; file privateKey /etc/k:1.pem ;; file certificate /etc/c.pem
StreamServerEndpointService(TCP4ServerEndpoint(reactor, 8084, interface="10.0.0.1"), None).setServiceParent(application)  #! listener tcp 8084 interface=10.0.0.1
StreamServerEndpointService(TCP6ServerEndpoint(reactor, 8085), None).setServiceParent(application)  #! listener tcp 8085 interface=::
StreamServerEndpointService(UNIXServerEndpoint(reactor, "/run/y.sock", mode=0o600), None).setServiceParent(application)  #! listener unix /run/y.sock mode=600
StreamServerEndpointService(SSL4ServerEndpoint(reactor, 8443, None), None).setServiceParent(application)  #! listener ssl 8443
endpoints.TCP4ServerEndpoint(reactor, 8086).listen(None)  #! listener tcp 8086
unused = serverFromString(reactor, "tcp:1")
ClientService(clientFromString(reactor, "tcp:example.org:25"), None).setServiceParent(application)  #! client tcp example.org 25
clientFromString(reactor, "ssl:host=example.org:port=993").connect(None)  #! client ssl example.org 993
endpoints.UNIXClientEndpoint(reactor, "/run/bus.sock").connect(None)  #! client unix /run/bus.sock
endpoints.HostnameEndpoint(reactor, "example.net", 80)  #! client tcp example.net 80
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.endpoints twisted.internet.reactor
