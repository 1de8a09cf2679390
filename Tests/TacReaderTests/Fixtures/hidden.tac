from twisted.application import service
from buildbot.slave.bot import BuildSlave

basedir = r"/home/build"
application = service.Application("buildslave")  #! name buildslave
s = BuildSlave("host", 9989, "name", "passwd", basedir, 600, 1, umask=None)
s.setServiceParent(application)  #! note a service is made by code that was not read (a call of BuildSlave()), so the ports that it opens are not known
#! modules third-party: buildbot.slave.bot
#! modules twisted: twisted.application.service
