from twisted.application import service
from twisted.internet import endpoints, protocol, reactor
from twisted.protocols import haproxy
application = service.Application("endpoints")  #! name endpoints
factory = protocol.Factory()
endpoints.TCP4ServerEndpoint(reactor, 7001).listen(factory)  #! listener tcp 7001
endpoints.TCP6ServerEndpoint(reactor, 7002).listen(factory)  #! listener tcp 7002 interface=::
endpoints.SSL4ServerEndpoint(reactor, 7003, None, interface="127.0.0.1").listen(factory)  #! listener ssl 7003 interface=127.0.0.1
endpoints.UNIXServerEndpoint(reactor, "/run/app/e", mode=0o600).listen(factory)  #! listener unix /run/app/e mode=600
endpoints.AdoptedStreamServerEndpoint(reactor, 3, 2).listen(factory)  #! listener systemd
endpoints.serverFromString(reactor, "tcp:7004").listen(factory)  #! listener tcp 7004
haproxy.proxyEndpoint(endpoints.TCP4ServerEndpoint(reactor, 7005)).listen(factory)  #! listener tcp 7005
endpoints.StandardIOEndpoint(reactor).listen(factory)
endpoints.serverFromString(reactor, "unix:/run/" + endpoints.quoteStringArgument("a:b")).listen(factory)  #! listener unix /run/a:b
endpoints.TCP4ClientEndpoint(reactor, "a.example.org", 7006).connect(factory)  #! client tcp a.example.org 7006
endpoints.SSL4ClientEndpoint(reactor, "b.example.org", 7007, None)  #! client ssl b.example.org 7007
endpoints.UNIXClientEndpoint(reactor, "/run/c")  #! client unix /run/c
endpoints.clientFromString(reactor, "tcp:d.example.org:7008")  #! client tcp d.example.org 7008
unused = endpoints.TCP4ServerEndpoint(reactor, 7009)
#! modules twisted: twisted.application.service twisted.internet.endpoints twisted.internet.protocol twisted.internet.reactor twisted.protocols.haproxy
