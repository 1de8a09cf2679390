import os
from twisted.application import service


class Master(service.MultiService):
    def __init__(self, basedir, config):
        service.MultiService.__init__(self)
        self.basedir = basedir
        open(os.path.join(basedir, config))  #! file reads master.cfg beside=app.tac
        open(os.path.join(os.path.dirname(__file__), 'defaults'))  #! file reads defaults beside
        open(os.environ.get("SCHEMA", os.path.join(basedir, 'schema')))  #! variable SCHEMA ;; file reads ?(env:SCHEMA|schema) beside=app.tac

    def startService(self):
        open('before')  #! file reads before
        os.chdir(self.basedir)
        open('state.sqlite', 'a')  #! file writes state.sqlite beside=app.tac
        open('/etc/bb')  #! file reads /etc/bb
