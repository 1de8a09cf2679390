import signal

from twisted.application import service

application = service.Application("asked")  #! name asked


def reread(number, frame):
    pass


hangup = getattr(signal, "SIGHUP", None)
if hangup is not None:
    signal.signal(hangup, reread)  #! hangup
#! modules stdlib: signal
#! modules twisted: twisted.application.service
