from autobahn.twisted.websocket import *
