"""A server with the keys and primes of OpenSSH."""
from effects import opens
from twisted.conch.ssh.factory import SSHFactory


class OpenSSHFactory(SSHFactory):
    dataRoot = "/usr/local/etc"
    moduliRoot = "/usr/local/etc"

    def getPublicKeys(self):
        opens(self.dataRoot, "reads")

    def getPrivateKeys(self):
        opens(self.dataRoot, "reads")
