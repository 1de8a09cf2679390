import json, yaml
from twisted.application import internet, service

with open("config.json") as f:  #! file reads config.json
    config = json.load(f)
settings = yaml.safe_load(open("/etc/app.yaml"))  #! file reads /etc/app.yaml
application = service.Application("json")  #! name json
internet.TCPServer(config["port"], None).setServiceParent(application)  #! listener tcp ?(config:port)
internet.TCPServer(config["web"]["port"], None).setServiceParent(application)  #! listener tcp ?(config:web.port)
internet.TCPServer(int(settings.get("port", 81)), None).setServiceParent(application)  #! listener tcp ?(config:port|81)
#! modules stdlib: json
#! modules third-party: yaml
#! modules twisted: twisted.application.internet twisted.application.service
