"""A shop whose code is a package beside the file, a single module, and a module in a folder of its own."""
import os
import sys

from twisted.application import internet, service
from twisted.web import server

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "lib"))

import settings
from shop.views import Root

with open(os.path.join(os.path.dirname(__file__), "motd.txt")) as motd:
    greeting = motd.read().strip()

application = service.Application("shop")
internet.TCPServer(settings.PORT, server.Site(Root(greeting, "htdocs"))).setServiceParent(application)
