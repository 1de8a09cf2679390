import os
from twisted.application import internet, service
application = service.Application("alternatives")  #! name alternatives
n = None
if os.environ.get("M"):  #! variable M
    n = 8001
try:
    internet.TCPServer((n if n is not None else 8002) / 1, None).setServiceParent(application)  #! listener tcp 8001 conditional ;; listener tcp 8002 conditional
except TypeError:
    internet.TCPServer(8003, None).setServiceParent(application)  #! listener tcp 8003 conditional
if os.environ.get("M"):
    internet.TCPServer(n + 1, None).setServiceParent(application)  #! listener tcp ?(an operation that fails|8002) conditional
internet.TCPServer(int("80%02d" % 5), None).setServiceParent(application)  #! listener tcp 8005
internet.TCPServer(int("8{:03d}".format(6)), None).setServiceParent(application)  #! listener tcp 8006
internet.TCPServer(int(f"80{7:02d}"), None).setServiceParent(application)  #! listener tcp 8007
internet.TCPServer(int(f"{'8008':>8}"), None).setServiceParent(application)  #! listener tcp 8008
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service
#! python python3
