import importlib.resources
import os
import pkgutil
from importlib import resources
from pathlib import Path
import jinja2
import pkg_resources
from twisted.application import internet, service
from twisted.web import server, static
import shop.site
HERE = Path(__file__).resolve().parent
www = static.File(str(HERE / "www"))  #! file serves www beside
open(f"{HERE}/a.txt")  #! file reads a.txt beside
open("%s/b.txt" % HERE)  #! file reads b.txt beside
open(os.path.join(HERE, "c.txt"))  #! file reads c.txt beside
open(HERE.parents[1] / "d.txt")  #! file reads ../../d.txt beside
open((HERE / "e.in").with_suffix(".out"), "w")  #! file writes e.out beside
open(HERE / ("x" + Path("/srv/f.csv").name))  #! file reads xf.csv beside
open(HERE.joinpath("g", "h.txt").as_posix())  #! file reads g/h.txt beside
pkgutil.get_data("shop", "data/a.txt")  #! file reads data/a.txt beside=shop/__init__.py
resources.files("shop").joinpath("data/b.txt").read_text()  #! file reads data/b.txt beside=shop/__init__.py
(importlib.resources.files(shop) / "data" / "c.txt").open()  #! file reads data/c.txt beside=shop/__init__.py
resources.read_binary("shop", "d.txt")  #! file reads d.txt beside=shop/__init__.py
with resources.as_file(resources.files("shop") / "e.txt") as path:
    open(path)  #! file reads e.txt beside=shop/__init__.py
open(pkg_resources.resource_filename("shop", "f.txt"))  #! file reads f.txt beside=shop/__init__.py
pkg_resources.resource_string("shop.site", "g.txt")  #! file reads g.txt beside=shop/site.py
jinja2.PackageLoader("shop")  #! file reads folder templates beside=shop/__init__.py
jinja2.PackageLoader("elsewhere")
resources.files("elsewhere").joinpath("a.txt").read_text()
open(os.path.join(os.path.dirname(shop.__file__), "h.txt"))  #! file reads h.txt beside=shop/__init__.py
open(os.path.join(shop.__path__[0], "i.txt"))  #! file reads i.txt beside=shop/__init__.py
application = service.Application("files")  #! name files
internet.TCPServer(8080, server.Site(www)).setServiceParent(application)  #! listener tcp 8080
#! modules stdlib: importlib.resources os pathlib pkgutil
#! modules third-party: elsewhere jinja2 pkg_resources
#! modules local: shop shop.site
#! modules twisted: twisted.application.internet twisted.application.service twisted.web.server twisted.web.static
