from twisted.application import service
from twisted.internet import defer, reactor, task, threads

def listen(port):
    reactor.listenTCP(port, None)  #! listener tcp 3401 later ;; listener tcp 3402 ;; listener tcp 3403 ;; listener tcp 3404 conditional

application = service.Application("triggers")  #! name triggers
task.deferLater(reactor, 3, listen, 3401)
reactor.addSystemEventTrigger("after", "startup", listen, 3402)
reactor.addSystemEventTrigger("before", "shutdown", listen, 3499)
defer.maybeDeferred(listen, 3403)
threads.deferToThread(listen, port=3404)
#! modules twisted: twisted.application.service twisted.internet.defer twisted.internet.reactor twisted.internet.task twisted.internet.threads
