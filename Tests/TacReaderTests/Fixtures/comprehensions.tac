from twisted.application import internet, service

SITES = {"one": [8101, 8102], "two": [8103]}
ports = [port for name in ("one", "two") for port in SITES[name] if port != 8102]
faces = {port: "127.0.0.%d" % (port - 8100) for port in ports}

application = service.Application("comprehensions")  #! name comprehensions
for port in ports:
    internet.TCPServer(port, None, interface=faces[port]).setServiceParent(application)  #! listener tcp 8101 interface=127.0.0.1 ;; listener tcp 8103 interface=127.0.0.3
[internet.UDPServer(first + second, None).setServiceParent(application)  #! listener udp 5001 ;; listener udp 6001
 for first in (5000, 6000) for second in (1, 2) if second == 1]
#! modules twisted: twisted.application.internet twisted.application.service
