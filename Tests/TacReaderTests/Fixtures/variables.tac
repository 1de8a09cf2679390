import os
import sys
from twisted.application import service
application = service.Application("variables")  #! name variables
token = os.environ["API_KEY"]  #! variable API_KEY required
level = os.environ.get("LEVEL", "info")  #! variable LEVEL |info
port = int(os.getenv("PORT", 8080))  #! variable PORT |8080
secret = os.getenv("DB_PASSWORD", "hunter2")  #! variable DB_PASSWORD
try:
    home = os.environ["APP_HOME"]  #! variable APP_HOME
except KeyError:
    home = "/srv"
if "DEBUG" in os.environ:  #! variable DEBUG
    debug = os.environ["DEBUG"]
if "MUST" not in os.environ:  #! variable MUST required
    sys.exit("MUST is not set")
must = os.environ["MUST"]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")  #! variable DJANGO_SETTINGS_MODULE |shop.settings
settings = os.environ["DJANGO_SETTINGS_MODULE"]
os.environ["OWN"] = "1"
own = os.environ["OWN"]  #! variable OWN
env = dict(os.environ)
copied = env.get("COPIED", "x")  #! variable COPIED |x
popped = os.environ.pop("POPPED", None)  #! variable POPPED
computed = os.environ.get(settings + "_X")
#! modules stdlib: os sys
#! modules twisted: twisted.application.service
