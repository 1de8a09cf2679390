from jinja2 import Environment, FileSystemLoader
from logging.handlers import RotatingFileHandler, SysLogHandler
from twisted.application import service
from twisted.internet import endpoints, reactor
from twisted.internet.serialport import SerialPort
from txacme.store import DirectoryStore
from txsni.tlsendpoint import TLSEndpoint
import dbm
import logging
import shutil
import sqlite3
import txtorcon
application = service.Application("others")  #! name others
Environment(loader=FileSystemLoader(["/srv/a", "/srv/b"]))  #! file reads folder /srv/a ;; file reads folder /srv/b
logging.basicConfig(filename="/var/log/app/log")  #! file logs /var/log/app/log
RotatingFileHandler("/var/log/app/rotating")  #! file logs /var/log/app/rotating
SysLogHandler(address="/dev/log")  #! client unixDatagram /dev/log
SerialPort(None, "/dev/ttyS0", reactor)  #! file opens /dev/ttyS0
DirectoryStore("/var/lib/app/acme")  #! file writes /var/lib/app/acme
TLSEndpoint(endpoints.TCP4ServerEndpoint(reactor, 8443), None).listen(None)  #! listener tcp 8443
sqlite3.connect("/var/lib/app/b.db")  #! file opens /var/lib/app/b.db
dbm.open("/var/lib/app/c", "c")  #! file opens /var/lib/app/c
shutil.copy2("/srv/seed.db", "/var/lib/app/d.db")  #! file reads /srv/seed.db ;; file writes /var/lib/app/d.db
txtorcon.connect(reactor)  #! client unix /var/run/tor/control
#! modules stdlib: dbm logging logging.handlers shutil sqlite3
#! modules third-party: jinja2 txacme.store txsni.tlsendpoint txtorcon
#! modules twisted: twisted.application.service twisted.internet.endpoints twisted.internet.reactor twisted.internet.serialport
