from pathlib import Path
from klein import Klein
from twisted.application import service, strports
from twisted.web.server import Site
from twisted.web.static import File
app = Klein()
ROOT = Path(__file__).parents[1]
@app.route("/")
def home(request):
    return (ROOT / "templates" / "home.html").read_text()  #! file reads ../templates/home.html beside later
@app.route("/static/", branch=True)
def assets(request):
    return File(str(ROOT.joinpath("static")))  #! file serves ../static beside later
application = service.Application("klein")  #! name klein
strports.service("tcp:8080", Site(app.resource())).setServiceParent(application)  #! listener tcp 8080
#! modules stdlib: pathlib
#! modules third-party: klein
#! modules twisted: twisted.application.service twisted.application.strports twisted.web.server twisted.web.static
