import os
from twisted.application import internet, service

try:
    port = int(os.environ["PORT"])  #! variable PORT
except (KeyError, ValueError):
    port = 8000

application = service.Application("tries")  #! name tries
internet.TCPServer(port, None).setServiceParent(application)  #! listener tcp ?(env:PORT|8000)
try:
    from twisted.internet import ssl
    internet.SSLServer(8443, None, ssl.DefaultOpenSSLContextFactory("key.pem", "cert.pem")).setServiceParent(application)  #! listener ssl 8443 conditional ;; file privateKey key.pem conditional ;; file certificate cert.pem conditional
except ImportError:
    print("no TLS")
#! modules stdlib: os
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.ssl?
