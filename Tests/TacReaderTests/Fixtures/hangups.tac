import os
import signal

from twisted.application import service


def reread(number, frame):
    pass


class Idle(service.Service):
    def never(self):
        signal.signal(signal.SIGHUP, reread)


application = service.Application("hangups")  #! name hangups
Idle().setServiceParent(application)
signal.signal(signal.SIGHUP, signal.SIG_IGN)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
signal.signal(signal.SIGUSR1, reread)
if os.environ.get("RELOADS"):  #! variable RELOADS
    signal.signal(signal.SIGHUP, reread)
#! modules stdlib: os signal
#! modules twisted: twisted.application.service
