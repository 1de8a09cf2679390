import signal

from twisted.application import service

application = service.Application("asked")  #! name asked


def reread(number, frame):
    pass


if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, reread)  #! hangup
#! modules stdlib: signal
#! modules twisted: twisted.application.service
