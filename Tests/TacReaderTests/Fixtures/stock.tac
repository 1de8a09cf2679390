from twisted.application import service
from twisted.conch import manhole_tap
from twisted.tap import portforward, ftp

application = service.Application("stock")  #! name stock
manhole_tap.makeService({  #! listener tcp 6023 interface=127.0.0.1 ;; file reads passwd
    "telnetPort": "tcp:6023:interface=127.0.0.1",
    "sshPort": None,
    "namespace": globals(),
    "passwd": "passwd",
}).setServiceParent(application)
portforward.makeService({"port": "8888", "host": "localhost", "dest_port": 80}).setServiceParent(application)  #! listener tcp 8888 ;; client tcp localhost 80 conditional
ftp.makeService({"port": 2121, "root": "/srv/ftp"}).setServiceParent(application)  #! listener tcp 2121 ;; file serves /srv/ftp
#! modules twisted: twisted.application.service twisted.conch.manhole_tap twisted.tap.ftp twisted.tap.portforward
