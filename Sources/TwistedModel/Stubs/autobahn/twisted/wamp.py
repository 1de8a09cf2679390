"""A session is opened to the router that a URL names."""
from effects import connects, follows
from autobahn.twisted.websocket import WebSocketClientFactory


class ApplicationSession:
    def __init__(self, config=None):
        pass


class ApplicationRunner:
    def __init__(self, url, realm=None, extra=None, serializers=None, ssl=None, proxy=None, headers=None,
                 websocket_options=None, max_retries=None, initial_retry_delay=None, max_retry_delay=None,
                 retry_delay_growth=None, retry_delay_jitter=None):
        self.url = url

    def run(self, make, start_reactor=True, auto_reconnect=False, log_level="info", endpoint=None, reactor=None):
        address = WebSocketClientFactory(self.url)
        connects(None, "ssl" if address.isSecure else "tcp", address.host, address.port)
        follows(make)
