import os
import pathlib
from twisted.application import service
from twisted.web import static
application = service.Application("home")  #! name home
static.File(os.path.expanduser("~/www"))  #! file serves www beside=~
static.File(os.path.expanduser("~jane/www"))  #! file serves ?(the home of another user)
open(os.path.join(os.path.expanduser("~"), ".shop", "a.ini"))  #! file reads .shop/a.ini beside=~
open(pathlib.Path.home() / ".shop/b.ini")  #! file reads .shop/b.ini beside=~
open(pathlib.Path("~/c.db").expanduser(), "w")  #! file writes c.db beside=~
static.File(os.path.expanduser("/srv/www"))  #! file serves /srv/www
static.File(os.path.expandvars("$HOME/www"))  #! file serves www beside=~
#! modules stdlib: os pathlib
#! modules twisted: twisted.application.service twisted.web.static
