import os
from twisted.application import service
from bb.master import Master
basedir = '.'
if basedir == '.':
    basedir = os.path.abspath(os.path.dirname(__file__))
application = service.Application('buildmaster')  #! name buildmaster
Master(basedir, 'master.cfg').setServiceParent(application)
#! modules stdlib: os
#! modules local: bb.master
#! modules twisted: twisted.application.service
