from twisted.application import internet, service

application = service.Application("all")  #! name all
top = service.MultiService()
top.setServiceParent(application)
internet.SSLServer(10, None, None).setServiceParent(top)  #! listener ssl 10
internet.UDPServer(11, None, "127.0.0.1").setServiceParent(top)  #! listener udp 11 interface=127.0.0.1
internet.MulticastServer(12, None).setServiceParent(top)  #! listener multicast 12
internet.UNIXServer("/run/a", None, 50, 0600).setServiceParent(top)  #! listener unix /run/a mode=600
internet.UNIXDatagramServer("/run/b", None).setServiceParent(top)  #! listener unixDatagram /run/b
top.addService(internet.TCPServer(13, None, 50, "::1"))  #! listener tcp 13 interface=::1
internet.TCPClient("example.org", 14, None).setServiceParent(top)  #! client tcp example.org 14
internet.SSLClient("example.org", 15, None, None).setServiceParent(top)  #! client ssl example.org 15
internet.UNIXClient("/run/c", None).setServiceParent(top)  #! client unix /run/c
def tick(): pass
internet.TimerService(60, tick).setServiceParent(top)  #! timer 60.0 tick
internet.TimerService(step=0.5, callable=top.stopService).setServiceParent(top)  #! timer 0.5 twisted.application.service.MultiService.stopService
forgotten = internet.TCPServer(16, None)  #! note this service is never hung below the application, so nothing starts it
orphan = service.MultiService()
internet.TCPServer(17, None).setServiceParent(orphan)  #! note this service is never hung below the application, so nothing starts it
#! modules twisted: twisted.application.internet twisted.application.service
#! python python2
