import os
from ConfigParser import SafeConfigParser
from twisted.application import internet, service

here = os.path.dirname(os.path.abspath(__file__))
config = SafeConfigParser()
config.read(os.path.join(here, "server.ini"))  #! file reads server.ini beside
application = service.Application(config.get("main", "name"))  #! name ?(config:main.name)
internet.TCPServer(config.getint("web", "port"), None, interface=config.get("web", "host")).setServiceParent(application)  #! listener tcp ?(config:web.port) interface=?(config:web.host)
#! modules stdlib: ConfigParser os
#! modules twisted: twisted.application.internet twisted.application.service
#! python python2
