import os
from lib import Server, make, serve, Pool, app, Client
from twisted.application import internet, service
application = service.Application("addresses")  #! name addresses
a = Server(host="0.0.0.0", port=8000)  #! note what Server() opens or connects to is not known, for its code was not read
a.start(port=8000)
b = Server()
b.listen(8080)  #! note what b.listen() opens or connects to is not known, for its code was not read
b.start()
c = make(addr=("0.0.0.0", 8000))  #! note what make() opens or connects to is not known, for its code was not read
d = make({"host": "::", "port": 8001})  #! note what make() opens or connects to is not known, for its code was not read
serve("tcp:8080:interface=127.0.0.1")  #! note what serve() opens or connects to is not known, for its code was not read
e = Server()
e.port = 9000  #! note what Server() opens or connects to is not known, for its code was not read
e.start()
g = Pool(5, size=20)
g.start(60)
app.run(host="0.0.0.0", port=int(os.environ.get("PORT", 80)))  #! note what app.run() opens or connects to is not known, for its code was not read ;; variable PORT |80
h = Server()
h.bind(("", 8002))  #! note what h.bind() opens or connects to is not known, for its code was not read
h.listen(5)
class Mine(Server):
    pass
m = Mine(port=9001)  #! note what Mine() opens or connects to is not known, for its code was not read
m.setServiceParent(application)
n = Mine()
n.listen(9002)  #! note what n.listen() opens or connects to is not known, for its code was not read
o = Client("ws://localhost:9000/ws")  #! note what Client() opens or connects to is not known, for its code was not read
p = Server(port=8003)  #! note what Server() opens or connects to is not known, for its code was not read
p.setServiceParent(application)
for port in (1, 2):
    make(port=port)  #! note what make() opens or connects to is not known, for its code was not read
config = make("settings.ini")
port = config.get("port", 8080)
q = Server().start(port=8004)  #! note what Server.start() opens or connects to is not known, for its code was not read
srv = app.server
srv.listen(8006)  #! note what srv.listen() opens or connects to is not known, for its code was not read
r = app.create_server()
r.config.port = 8007  #! note what app.create_server() opens or connects to is not known, for its code was not read
#! modules stdlib: os
#! modules third-party: lib
#! modules twisted: twisted.application.internet twisted.application.service
