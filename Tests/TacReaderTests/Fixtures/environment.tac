import os
from os import environ, getenv
from twisted.application import internet, service, strports

PORT = int(os.environ.get("PORT", 8080))  #! variable PORT |8080
HOST = os.getenv("HOST", "127.0.0.1")  #! variable HOST |127.0.0.1
application = service.Application(environ["APP_NAME"])  #! name ?(env:APP_NAME) ;; variable APP_NAME required
internet.TCPServer(PORT, None, interface=HOST).setServiceParent(application)  #! listener tcp ?(env:PORT|8080) interface=?(env:HOST|127.0.0.1)
internet.TCPServer(int(environ["ADMIN_PORT"]), None).setServiceParent(application)  #! listener tcp ?(env:ADMIN_PORT) ;; variable ADMIN_PORT required
strports.service(os.environ.get("ENDPOINT", "tcp:9000:interface=::1".replace("::1", "localhost")), None).setServiceParent(application)  #! listener tcp ?(env:ENDPOINT|9000) interface=?(env:ENDPOINT|localhost) ;; variable ENDPOINT |tcp:9000:interface=localhost
strports.service("tcp:%s" % getenv("PLAIN"), None).setServiceParent(application)  #! listener tcp ?(env:PLAIN) ;; variable PLAIN
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service twisted.application.strports
