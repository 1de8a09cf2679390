"""MongoDB, by host and port or by URI."""
from effects import connects


class ConnectionPool:
    def __init__(self, uri="mongodb://127.0.0.1:27017", pool_size=1, ssl_context_factory=None, ping_interval=10,
                 ping_timeout=10, **kwargs):
        place = uri.partition("://")[2].split("/")[0].split("@")[-1].split(",")[0]
        host, _, port = place.partition(":")
        connects(None, "tcp" if ssl_context_factory is None else "ssl", host, int(port) if port else 27017)


class MongoConnectionPool(ConnectionPool):
    def __init__(self, host="127.0.0.1", port=27017, pool_size=1, **kwargs):
        connects(None, "tcp", host, port)


class MongoConnection(MongoConnectionPool):
    pass


def lazyMongoConnectionPool(host="127.0.0.1", port=27017, pool_size=1, **kwargs):
    return MongoConnectionPool(host, port, pool_size)


lazyMongoConnection = lazyMongoConnectionPool
