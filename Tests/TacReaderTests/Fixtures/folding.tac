import os.path
from twisted.application import internet, service, strports

class Config(object):
    BASE = 9000
    HTTP = BASE + 80
    HOST = "127.0.0.%d" % 1

class Local(Config):
    HTTP = Config.HTTP + 1

settings = dict(name="fold", ports={"a": 1, "b": 2}, hosts=("x", "y"))
settings["extra"] = {"port": "9100"}
NAME, VERSION = "fold", (1, 2)
application = service.Application("%s-%d.%d" % ((NAME,) + VERSION))  #! name fold-1.2
internet.TCPServer(Local.HTTP, None, interface=Local().HOST).setServiceParent(application)  #! listener tcp 9081 interface=127.0.0.1
internet.TCPServer(int(settings["extra"]["port"]), None).setServiceParent(application)  #! listener tcp 9100
internet.TCPServer(sum, None).setServiceParent(application)  #! listener tcp ?(the name sum)
strports.service("tcp:{}:interface={host}".format(9200, host="10.0.0.1"), None).setServiceParent(application)  #! listener tcp 9200 interface=10.0.0.1
strports.service("unix:" + os.path.join("/run", settings["name"], "sock"), None).setServiceParent(application)  #! listener unix /run/fold/sock
strports.service(":".join(["tcp", str(9300)]), None).setServiceParent(application)  #! listener tcp 9300
internet.TCPServer(settings.get("none", 9400), None).setServiceParent(application)  #! listener tcp 9400
internet.TCPServer(getattr(Config, "MISSING", 9500), None).setServiceParent(application)  #! listener tcp 9500
internet.TCPServer([9600, 9601][-1], None).setServiceParent(application)  #! listener tcp 9601
internet.TCPServer(max(9700, 1), None).setServiceParent(application)  #! listener tcp 9700
#! modules stdlib: os.path
#! modules twisted: twisted.application.internet twisted.application.service twisted.application.strports
