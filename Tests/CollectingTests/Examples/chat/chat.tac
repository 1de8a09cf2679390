from autobahn.twisted.websocket import WebSocketServerFactory, WebSocketServerProtocol
from twisted.application import service, strports


class Chat(WebSocketServerProtocol):
    def onMessage(self, payload, isBinary):
        self.sendMessage(b"chat: " + payload, isBinary)


factory = WebSocketServerFactory()
factory.protocol = Chat
application = service.Application("chat")
strports.service("tcp:7013", factory).setServiceParent(application)
