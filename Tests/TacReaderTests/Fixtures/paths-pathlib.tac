import configparser, os, sys
from pathlib import Path
from twisted.application import internet, service
from twisted.conch.ssh import factory, keys
from twisted.internet import endpoints, reactor
HERE = Path(__file__).resolve().parent
ETC = HERE.parent / "etc"
config = configparser.ConfigParser()
config.read([str(ETC / "cowrie.cfg.dist"), "/etc/cowrie/cowrie.cfg", str(ETC / "cowrie.cfg"), "cowrie.cfg"])  #! file reads ../etc/cowrie.cfg beside ;; file reads ../etc/cowrie.cfg.dist beside ;; file reads /etc/cowrie/cowrie.cfg ;; file reads cowrie.cfg
state = Path(config.get("honeypot", "state_path", fallback="var/lib/cowrie"))
class SSH(factory.SSHFactory):
    def startFactory(self):
        self.privateKeys = {b"ssh-rsa": keys.Key.fromString((state / "ssh_host_rsa_key").read_bytes())}  #! file privateKey ?(config:honeypot.state_path|var/lib/cowrie/ssh_host_rsa_key) later
        factory.SSHFactory.startFactory(self)
application = service.Application("cowrie")  #! name cowrie
top = service.MultiService()
top.setServiceParent(application)
for text in config.get("ssh", "listen_endpoints", fallback="tcp:2222:interface=0.0.0.0").split():
    internet.StreamServerEndpointService(endpoints.serverFromString(reactor, text), SSH()).setServiceParent(top)  #! listener tcp ?(config:ssh.listen_endpoints|2222) interface=?(config:ssh.listen_endpoints|0.0.0.0) conditional
with (HERE / "share" / "fs.pickle").open("rb") as stream:  #! file reads share/fs.pickle beside
    data = stream.read()
#! modules stdlib: configparser os pathlib sys
#! modules twisted: twisted.application.internet twisted.application.service twisted.conch.ssh.factory twisted.conch.ssh.keys twisted.internet.endpoints twisted.internet.reactor
