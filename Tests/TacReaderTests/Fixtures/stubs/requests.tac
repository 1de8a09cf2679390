from twisted.application import service
from twisted.mail import smtp
from twisted.web import client, xmlrpc
from twisted.internet import reactor
import treq
application = service.Application("requests")  #! name requests
client.Agent(reactor).request(b"GET", b"http://a.example.org/x")  #! client tcp a.example.org 80
treq.get("https://b.example.org/x?y=1")  #! client ssl b.example.org 443
treq.post("http://c.example.org:8080", data=b"")  #! client tcp c.example.org 8080
xmlrpc.Proxy(b"https://d.example.org:8443/RPC2")  #! client ssl d.example.org 8443
smtp.sendmail("mail.example.org", "a@example.org", ["b@example.org"], b"", port=587)  #! client tcp mail.example.org 587
#! modules third-party: treq
#! modules twisted: twisted.application.service twisted.internet.reactor twisted.mail.smtp twisted.web.client twisted.web.xmlrpc
