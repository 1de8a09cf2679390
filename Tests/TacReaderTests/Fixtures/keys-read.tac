from OpenSSL import crypto
from twisted.application import internet, service
from twisted.conch.ssh import factory, keys
from twisted.internet import ssl
from twisted.python.filepath import FilePath
application = service.Application("keys")  #! name keys
f = factory.SSHFactory()
with open("host_rsa") as stream:  #! file privateKey host_rsa
    private = keys.Key.fromString(stream.read())
public = keys.Key.fromString(open("host_rsa.pub").read())  #! file reads host_rsa.pub
f.privateKeys = {b"ssh-rsa": private}
both = ssl.PrivateCertificate.loadPEM(FilePath("server.pem").getContent())  #! file privateKey server.pem
ca = ssl.Certificate.loadPEM(FilePath(__file__).sibling("ca.pem").getContent())  #! file certificate ca.pem beside
data = open("key.pem", "rb").read()  #! file privateKey key.pem
key = crypto.load_privatekey(crypto.FILETYPE_PEM, data)
internet.SSLServer(7443, f, both.options(ca)).setServiceParent(application)  #! listener ssl 7443
def passphrase():
    return open("passphrase").read().strip()  #! file reads passphrase
keys.Key.fromFile("other_rsa", passphrase=passphrase())  #! file privateKey other_rsa
#! modules third-party: OpenSSL
#! modules twisted: twisted.application.internet twisted.application.service twisted.conch.ssh.factory twisted.conch.ssh.keys twisted.internet.ssl twisted.python.filepath
