from autobahn.twisted.websocket import WebSocketServerFactory, listenWS
from autobahn.websocket import connectWS, WebSocketClientFactory
from autobahn.wamp import WampServerFactory
from twisted.application import service
from settings import WS_PORT

HOST, PORT = "0.0.0.0", 9003

class Factory(WampServerFactory):
    def __init__(self, url, debug=False):
        WampServerFactory.__init__(self, url)

class Talk(service.Service):
    def startService(self):
        self.factory = WebSocketServerFactory("ws://localhost:9000")
        listenWS(self.factory)  #! listener tcp 9000

application = service.Application("talk")  #! name talk
Talk().setServiceParent(application)
listenWS(Factory("ws://%s:%d/talk" % (HOST, PORT)), None)  #! listener tcp 9003
listenWS(WebSocketServerFactory(url=u"wss://localhost"), context, interface="127.0.0.1")  #! listener ssl 443 interface=127.0.0.1
listenWS(WebSocketServerFactory("ws://[::1]:" + str(WS_PORT)))  #! listener tcp ?(import:settings.WS_PORT)
listenWS(made_elsewhere)  #! listener tcp ?(the name made_elsewhere)
listenWS(made_elsewhere, contextFactory=context)  #! listener ssl ?(the name made_elsewhere)
connectWS(WebSocketClientFactory("ws://example.org/feed"))  #! client tcp example.org 80
#! modules twisted: twisted.application.service
#! modules third-party: autobahn.twisted.websocket autobahn.wamp autobahn.websocket settings
