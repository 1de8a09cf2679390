from configparser import ConfigParser
from twisted.application import service
from twisted.python.filepath import FilePath
from twisted.words.protocols.jabber import jid
from wokkel.client import XMPPClient
from wokkel.component import Component
here = FilePath(__file__).parent()
parser = ConfigParser()
with here.child("bot.ini").open("r") as f:  #! file reads bot.ini beside
    parser.read_file(f)
secret = here.sibling("secret.txt").getContent().strip()  #! file reads ../secret.txt beside
application = service.Application("bot")  #! name bot
client = XMPPClient(jid.internJID(parser.get("xmpp", "jid")), secret)  #! client tcp ?(the domain of the JID) 5222
client.setServiceParent(application)
comp = Component("xmpp.example.org", 5347, "pubsub.example.org", "secret")  #! client tcp xmpp.example.org 5347
comp.setServiceParent(application)
#! modules stdlib: configparser
#! modules third-party: wokkel.client wokkel.component
#! modules twisted: twisted.application.service twisted.python.filepath twisted.words.protocols.jabber.jid
