from twisted.application import internet, service
from twisted.web import distrib, proxy, resource, rewrite, script, server, static, template, twcgi, vhost
application = service.Application("web")  #! name web
root = static.File("/srv/www")  #! file serves /srv/www
root.putChild(b"cgi", twcgi.CGIScript("/srv/run.cgi"))  #! file reads /srv/run.cgi
root.putChild(b"bin", twcgi.CGIDirectory("/srv/cgi-bin"))  #! file serves /srv/cgi-bin
root.putChild(b"rpy", script.ResourceScriptDirectory("/srv/rpy"))  #! file serves /srv/rpy
root.putChild(b"old", proxy.ReverseProxyResource("old.example.org", 8080, b""))  #! client tcp old.example.org 8080 conditional
root.putChild(b"list", static.DirectoryLister("/srv/list"))  #! file serves /srv/list
template.XMLFile("/srv/page.xml")  #! file reads /srv/page.xml
hosts = vhost.NameVirtualHost()
hosts.addHost(b"a.example.org", static.File("/srv/a"))  #! file serves /srv/a
site = server.Site(hosts, logPath="/var/log/web/access.log")  #! file logs /var/log/web/access.log
internet.TCPServer(8080, site).setServiceParent(application)  #! listener tcp 8080
#! modules twisted: twisted.application.internet twisted.application.service twisted.web.distrib twisted.web.proxy twisted.web.resource twisted.web.rewrite twisted.web.script twisted.web.server twisted.web.static twisted.web.template twisted.web.twcgi twisted.web.vhost
