from twisted.application import service, strports
application = service.Application("wrapped")  #! name wrapped
strports.service("txsni:/etc/certs:tcp:443", None).setServiceParent(application)  #! listener unknown ?(an endpoint of another kind)
strports.service(r"autobahn:tcp\:9000\:interface\=127.0.0.1:url=ws\://localhost\:9000", None).setServiceParent(application)  #! listener tcp 9000 interface=127.0.0.1
strports.service("onion:80", None).setServiceParent(application)  #! listener unknown ?(an endpoint of another kind)
#! modules twisted: twisted.application.service twisted.application.strports
