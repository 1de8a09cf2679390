from twisted.application import internet, service
from twisted.internet import reactor

def run():
    reactor.listenTCP(1111, None)

if __name__ == "__main__":
    import optparse
    run()
    reactor.run()
elif __name__ == "__builtin__" or __name__ == "builtins":
    application = service.Application("guarded")  #! name guarded
    internet.TCPServer(2222, None).setServiceParent(application)  #! listener tcp 2222
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.reactor
