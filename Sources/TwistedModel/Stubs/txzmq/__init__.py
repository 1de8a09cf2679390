"""ZeroMQ: an endpoint binds or connects, and its address is a URL."""
from effects import connects, listens


class ZmqFactory:
    pass


class ZmqEndpointType:
    bind = "bind"
    connect = "connect"


class ZmqEndpoint:
    def __init__(self, type, address):
        self.type, self.address = type, address


class ZmqConnection:
    def __init__(self, factory, endpoint=None, identity=None):
        self._add(endpoint)

    def addEndpoints(self, endpoints):
        for endpoint in endpoints:
            self._add(endpoint)

    def _add(self, endpoint):
        if endpoint is not None:
            scheme, _, rest = endpoint.address.partition("://")
            host, _, port = rest.rpartition(":")
            if endpoint.type == "bind":
                if scheme == "ipc":
                    listens(None, "unix", path=rest)
                elif scheme == "tcp":
                    listens(None, "tcp", int(port), "" if host == "*" else host)
            elif scheme == "ipc":
                connects(None, "unix", path=rest)
            elif scheme == "tcp":
                connects(None, "tcp", host, int(port))


class ZmqPubConnection(ZmqConnection):
    pass


class ZmqSubConnection(ZmqConnection):
    pass


class ZmqPushConnection(ZmqConnection):
    pass


class ZmqPullConnection(ZmqConnection):
    pass


class ZmqREQConnection(ZmqConnection):
    pass


class ZmqREPConnection(ZmqConnection):
    pass


class ZmqRouterConnection(ZmqConnection):
    pass


class ZmqDealerConnection(ZmqConnection):
    pass
