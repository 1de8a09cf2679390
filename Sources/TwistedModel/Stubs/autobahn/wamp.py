from autobahn.twisted.websocket import WebSocketClientFactory, WebSocketServerFactory


class WampServerFactory(WebSocketServerFactory):
    pass


class WampClientFactory(WebSocketClientFactory):
    pass
