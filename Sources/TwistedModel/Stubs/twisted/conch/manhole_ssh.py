from effects import follows
from twisted.conch.ssh.factory import SSHFactory


class ConchFactory(SSHFactory):
    def __init__(self, portal):
        follows(portal)
