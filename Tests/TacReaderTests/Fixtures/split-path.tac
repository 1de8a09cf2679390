import os, sys
from twisted.application import service
from twisted.web import static
folder, name = os.path.split(os.path.abspath(__file__))
application = service.Application(os.path.split("/srv/shop")[1])  #! name shop
static.File(os.path.join(folder, "htdocs"))  #! file serves htdocs beside
#! modules stdlib: os sys
#! modules twisted: twisted.application.service twisted.web.static
