import os, sys
from os.path import abspath, dirname, join
from twisted.application import internet, service
from twisted.python import log, logfile, util
from twisted.python.filepath import FilePath
from twisted.web import server, static
from twisted.python.log import ILogObserver, FileLogObserver

here = dirname(abspath(__file__))
sys.path.insert(0, here)  #! note the search path for modules gains the application file's own folder
sys.path.append(join(here, "lib"))  #! note the search path for modules gains "lib" beside the file
root = static.File(join(here, "htdocs"))  #! file serves htdocs beside
root.putChild("docs", static.File("/usr/share/doc"))  #! file serves /usr/share/doc
root.putChild("up", static.File(os.path.join(here, "..", "shared")))  #! file serves ../shared beside
root.putChild("fp", static.File(FilePath(__file__).parent().child("www").path))  #! file serves www beside
root.putChild("sib", static.File(util.sibpath(__file__, "sibling")))  #! file serves sibling beside
site = server.Site(root, logPath="/var/log/access.log")  #! file logs /var/log/access.log
application = service.Application("files")  #! name files
application.setComponent(ILogObserver, FileLogObserver(logfile.DailyLogFile("twistd.log", "/var/log")).emit)  #! file logs /var/log/twistd.log
log.startLogging(open("debug.log", "w"))  #! file writes debug.log
banner = open("banner.txt").read()  #! file reads banner.txt
internet.TCPServer(80, site).setServiceParent(application)  #! listener tcp 80
#! modules stdlib: os os.path sys
#! modules twisted: twisted.application.internet twisted.application.service twisted.python.filepath twisted.python.log twisted.python.logfile twisted.python.util twisted.web.server twisted.web.static
