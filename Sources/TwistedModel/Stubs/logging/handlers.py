from effects import connects, isText, opens
from logging import FileHandler, Handler


class BaseRotatingHandler(FileHandler):
    pass


class RotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        opens(filename, "logs")


class TimedRotatingFileHandler(BaseRotatingHandler):
    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None,
                 errors=None):
        opens(filename, "logs")


class WatchedFileHandler(FileHandler):
    pass


class SysLogHandler(Handler):
    def __init__(self, address=("localhost", 514), facility=1, socktype=None):
        if isText(address):
            connects(None, "unixDatagram", path=address)
        else:
            connects(None, "udp", address[0], address[1])


class SocketHandler(Handler):
    def __init__(self, host, port):
        connects(None, "tcp", host, port)


class DatagramHandler(SocketHandler):
    def __init__(self, host, port):
        connects(None, "udp", host, port)


class SMTPHandler(Handler):
    def __init__(self, mailhost, fromaddr, toaddrs, subject, credentials=None, secure=None, timeout=5.0):
        if isText(mailhost):
            connects(None, "tcp", mailhost, 25)
        else:
            connects(None, "tcp", mailhost[0], mailhost[1])


class HTTPHandler(Handler):
    def __init__(self, host, url, method="GET", secure=False, credentials=None, context=None):
        name, _, port = host.partition(":")
        connects(None, "ssl" if secure else "tcp", name, int(port) if port else 443 if secure else 80)
