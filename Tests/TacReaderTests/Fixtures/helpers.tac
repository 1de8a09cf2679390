from twisted.application import internet, service

def makeApplication(name, port=7777):
    app = service.Application(name)  #! name helped
    makeServer(port, None).setServiceParent(app)
    return app

def makeServer(port, factory, *rest, **options):
    return internet.TCPServer(port, factory, interface=options.get("host", "localhost"))  #! listener tcp 7777 interface=localhost

def never():
    import urllib2
    internet.TCPServer(1, None).setServiceParent(application)

application = makeApplication("helped")
#! modules stdlib: urllib2?
#! modules twisted: twisted.application.internet twisted.application.service
