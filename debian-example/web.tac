"""A web server for the files of one folder; run it by hand with: twistd3 --nodaemon --python web.tac"""

import os

from twisted.application import internet, service
from twisted.web import server, static

# The folder can be set in /etc/default/twisted-web or /etc/sysconfig/twisted-web.
folder = os.environ.get("WEB_ROOT", "/srv/www")

application = service.Application("web")
site = server.Site(static.File(folder))
internet.TCPServer(8080, site).setServiceParent(application)
