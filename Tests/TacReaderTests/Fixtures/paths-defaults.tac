import os
from os.path import dirname, join, abspath, exists
from twisted.application import internet, service
from twisted.internet import protocol
from twisted.internet.protocol import ServerFactory
ROOT_DIR = os.environ.get("GRAPHITE_ROOT") or dirname(dirname(abspath(__file__)))  #! variable GRAPHITE_ROOT
CONF_DIR = os.environ.get("GRAPHITE_CONF_DIR", join(ROOT_DIR, "conf"))  #! variable GRAPHITE_CONF_DIR
STORAGE = join(ROOT_DIR, "storage")
class Settings(dict):
    __getattr__ = dict.__getitem__
settings = Settings(LINE_RECEIVER_PORT=2003, LINE_RECEIVER_INTERFACE="0.0.0.0", PICKLE_RECEIVER_PORT=2004, USE_UDP=False)
settings.update(UDP_RECEIVER_PORT=2003)
for line in open(join(CONF_DIR, "carbon.conf")):  #! file reads ?(env:GRAPHITE_CONF_DIR|../conf/carbon.conf) beside
    pass
application = service.Application("carbon")  #! name carbon
for name in ("LINE", "PICKLE"):
    internet.TCPServer(settings[name + "_RECEIVER_PORT"], ServerFactory(), interface=settings.LINE_RECEIVER_INTERFACE).setServiceParent(application)  #! listener tcp 2003 interface=0.0.0.0 ;; listener tcp 2004 interface=0.0.0.0
if settings.USE_UDP:
    internet.UDPServer(settings.UDP_RECEIVER_PORT, protocol.DatagramProtocol()).setServiceParent(application)
log = open(join(STORAGE, "log", "carbon.log"), "a")  #! file writes ?(env:GRAPHITE_ROOT|../storage/log/carbon.log) beside
#! modules stdlib: os os.path
#! modules twisted: twisted.application.internet twisted.application.service twisted.internet.protocol
