from twisted.application import internet, service
conf = {"port": 4567, "host": "h"}
application = service.Application(f"n-{conf["host"]!s}-{conf['port']:d}")  #! name n-h-4567
internet.TCPServer(conf["port"], None).setServiceParent(application)  #! listener tcp 4567
#! modules twisted: twisted.application.internet twisted.application.service
#! python python3
