from twisted.application import internet, service

application = service.Application("loops")  #! name loops
ports = [6001, 6002]
ports.append(6003)
for port in ports:
    internet.TCPServer(port, None).setServiceParent(application)  #! listener tcp 6001 ;; listener tcp 6002 ;; listener tcp 6003
for i in range(2):
    internet.UDPServer(7000 + i * 10, None).setServiceParent(application)  #! listener udp 7000 ;; listener udp 7010
for name, (port, host) in {"a": (8001, "10.0.0.1")}.items():
    internet.TCPServer(port, None, interface=host).setServiceParent(application)  #! listener tcp 8001 interface=10.0.0.1
number = 0
while number < 2:
    internet.TCPServer(9000 + number, None).setServiceParent(application)  #! listener tcp 9000 ;; listener tcp 9001
    number += 1
for port in open("ports.txt"):  #! file reads ports.txt
    internet.TCPServer(int(port), None).setServiceParent(application)  #! listener tcp ?(the contents of ports.txt) conditional
services = [internet.TCPServer(p, None) for p in (9101, 9102) if p != 9102]  #! listener tcp 9101
for s in services:
    s.setServiceParent(application)
#! modules twisted: twisted.application.internet twisted.application.service
