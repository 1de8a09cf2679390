from twisted.application import internet, service
from somewhere import things

application = service.Application("counter")  #! name counter
port = 5000
for thing in things:
    internet.TCPServer(port, thing).setServiceParent(application)  #! listener tcp ?(a value that a loop changes) conditional
    port += 1
internet.TCPServer(port, None).setServiceParent(application)  #! listener tcp ?(a value that a loop changes)
for k in range(10 ** 9):
    internet.UDPServer(k, None).setServiceParent(application)  #! listener udp ?(a long range) conditional
#! modules third-party: somewhere
#! modules twisted: twisted.application.internet twisted.application.service
