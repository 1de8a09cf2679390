from twisted.application import internet, service, strports
from settings import port as p, name
import shop.tap
application = service.Application(name or "x%d" % 3)
port = 8000 + 1
name = f"shop {port!r:>4}"
for i in (1, 2, 3):
    internet.TCPServer(p + i, None).setServiceParent(application)
strports.service("tcp:{}".format(port), None).setServiceParent(service.IServiceCollection(application))
