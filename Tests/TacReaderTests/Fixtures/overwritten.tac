import shop.conf
from twisted.application import internet, service
PORT = 70
OTHER = 71
try:
    from shop.local import *
except ImportError:
    pass
application = service.Application("overwritten")  #! name overwritten
internet.TCPServer(PORT, None).setServiceParent(application)  #! listener tcp ?(import:shop.local.PORT|70)
OTHER = 72
internet.TCPServer(OTHER, None).setServiceParent(application)  #! listener tcp 72
THIRD = 73
exec open("/etc/shop.py").read()  #! file reads /etc/shop.py ;; note exec runs text that is not followed
internet.TCPServer(THIRD, None).setServiceParent(application)  #! listener tcp ?(code that is not followed|73)
entries = {"port": 74}
exec compile(text, "x", "exec") in entries  #! note exec runs text that is not followed
internet.TCPServer(entries["port"], None).setServiceParent(application)  #! listener tcp ?(code that is not followed|74)
FIFTH = 75
globals().update(shop.conf.all())
internet.TCPServer(FIFTH, None).setServiceParent(application)  #! listener tcp ?(a call of globals()|75)
SIXTH = 76
exec("x = 1", {})  #! note exec runs text that is not followed
internet.TCPServer(SIXTH, None).setServiceParent(application)  #! listener tcp 76
SEVENTH = 77
execfile("/etc/more.py")  #! file reads /etc/more.py ;; note execfile runs a file that is not followed
internet.TCPServer(SEVENTH, None).setServiceParent(application)  #! listener tcp ?(a file that is not followed|77)
#! modules third-party: shop.conf shop.local?
#! modules twisted: twisted.application.internet twisted.application.service
#! python python2
