from effects import connects, follows, isText
from autobahn.twisted.websocket import WebSocketClientFactory


class Component:
    def __init__(self, main=None, transports=None, config=None, realm="realm1", extra=None, authentication=None,
                 session_factory=None, is_fatal=None):
        follows(main, session_factory)
        if isText(transports):
            address = WebSocketClientFactory(transports)
            connects(None, "ssl" if address.isSecure else "tcp", address.host, address.port)


def run(components, log_level="info", stop_at_close=True):
    pass
