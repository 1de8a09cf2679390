from functools import partial
from twisted.application import internet, service
local = partial(internet.TCPServer, interface="127.0.0.1")
from six.moves import configparser
cfg = configparser.ConfigParser()

application = service.Application("partial")  #! name partial
local(8300, None).setServiceParent(application)  #! listener tcp 8300 interface=127.0.0.1
local(8301, None, interface="10.0.0.1").setServiceParent(application)  #! listener tcp 8301 interface=10.0.0.1
internet.TCPServer(cfg.getint("a", "b"), None).setServiceParent(application)  #! listener tcp ?(config:a.b)
#! modules stdlib: functools
#! modules third-party: six.moves
#! modules twisted: twisted.application.internet twisted.application.service
