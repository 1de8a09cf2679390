from twisted.web import server, static
from . import config
from .config import HOST
from ..settings import NAME
ADMIN_PORT = 8010
site = server.Site(static.File("/srv/" + HOST))  #! file serves /srv/10.1.1.1
