from autobahn.twisted.wamp import ApplicationRunner
from autobahn.twisted.websocket import WebSocketClientFactory, WebSocketServerFactory, connectWS, listenWS
from foolscap.api import Tub
from twisted.application import internet, service
from wokkel.client import XMPPClient
from wokkel.component import Component
import txzmq
application = service.Application("messaging")  #! name messaging
listenWS(WebSocketServerFactory("ws://127.0.0.1:9000/x"), interface="127.0.0.1")  #! listener tcp 9000 interface=127.0.0.1
listenWS(WebSocketServerFactory("wss://example.org"))  #! listener ssl 443
connectWS(WebSocketClientFactory("ws://ws.example.org:9001/y"))  #! client tcp ws.example.org 9001
other = WebSocketClientFactory("ws://ws.example.org:9002/z")
internet.TCPClient(other.host, other.port, other).setServiceParent(application)  #! client tcp ws.example.org 9002
ApplicationRunner("wss://wamp.example.org/ws", "realm1").run(None)  #! client ssl wamp.example.org 443
tub = Tub(certFile="/etc/app/tub.pem")  #! file certificate /etc/app/tub.pem
tub.listenOn("tcp:9003")  #! listener tcp 9003
tub.getReference("pb://abc@foo.example.org:9004/name")  #! client ssl foo.example.org 9004
tub.setServiceParent(application)
XMPPClient("me@example.org", "secret", host="xmpp.example.org").setServiceParent(application)  #! client tcp xmpp.example.org 5222
Component("router.example.org", 5347, "echo.example.org", "secret").setServiceParent(application)  #! client tcp router.example.org 5347
zmq = txzmq.ZmqFactory()
txzmq.ZmqPubConnection(zmq, txzmq.ZmqEndpoint("bind", "tcp://127.0.0.1:9005"))  #! listener tcp 9005 interface=127.0.0.1
txzmq.ZmqSubConnection(zmq, txzmq.ZmqEndpoint("connect", "tcp://zmq.example.org:9006"))  #! client tcp zmq.example.org 9006
#! modules third-party: autobahn.twisted.wamp autobahn.twisted.websocket foolscap.api txzmq wokkel.client wokkel.component
#! modules twisted: twisted.application.internet twisted.application.service
