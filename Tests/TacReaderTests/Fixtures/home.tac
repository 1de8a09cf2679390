import os
from twisted.application import service
from twisted.web import static
application = service.Application("home")  #! name home
static.File(os.path.expanduser("~/www"))  #! file serves ?(~/www in the user's home)
static.File(os.path.expanduser("/srv/www"))  #! file serves /srv/www
static.File(os.path.expandvars("$HOME/www"))  #! file serves ?(a path with variables of the environment)
#! modules stdlib: os
#! modules twisted: twisted.application.service twisted.web.static
