"""Redis, by host and port, by several of them, or by the path of a socket."""
from effects import connects


def Connection(host="localhost", port=6379, dbid=None, reconnect=True, charset="utf-8", password=None,
               ssl_context_factory=False, connectTimeout=None, replyTimeout=None, convertNumbers=True, username=None):
    connects(None, "ssl" if ssl_context_factory else "tcp", host, port)


def ShardedConnection(hosts, dbid=None, reconnect=True, charset="utf-8", password=None,
                      ssl_context_factory=False, connectTimeout=None, replyTimeout=None, convertNumbers=True, username=None):
    for host in hosts:
        name, _, port = host.partition(":")
        connects(None, "tcp", name, int(port) if port else 6379)


def UnixConnection(path="/tmp/redis.sock", dbid=None, reconnect=True, charset="utf-8", password=None,
                   connectTimeout=None, replyTimeout=None, convertNumbers=True, username=None):
    connects(None, "unix", path=path)


def ConnectionPool(host="localhost", port=6379, dbid=None, poolsize=10, reconnect=True, charset="utf-8", password=None,
                   ssl_context_factory=False, connectTimeout=None, replyTimeout=None, convertNumbers=True, username=None):
    connects(None, "ssl" if ssl_context_factory else "tcp", host, port)


def ShardedConnectionPool(hosts, dbid=None, poolsize=10, reconnect=True, charset="utf-8", password=None,
                          ssl_context_factory=False, connectTimeout=None, replyTimeout=None, convertNumbers=True, username=None):
    for host in hosts:
        name, _, port = host.partition(":")
        connects(None, "tcp", name, int(port) if port else 6379)


def UnixConnectionPool(path="/tmp/redis.sock", dbid=None, poolsize=10, reconnect=True, charset="utf-8", password=None,
                       connectTimeout=None, replyTimeout=None, convertNumbers=True, username=None):
    connects(None, "unix", path=path)


def lazyConnection(host="localhost", port=6379, dbid=None, reconnect=True, charset="utf-8", password=None,
                   ssl_context_factory=False, connectTimeout=None, replyTimeout=None, convertNumbers=True, username=None):
    connects(None, "ssl" if ssl_context_factory else "tcp", host, port)


def lazyShardedConnection(hosts, dbid=None, reconnect=True, charset="utf-8", password=None,
                          ssl_context_factory=False, connectTimeout=None, replyTimeout=None, convertNumbers=True, username=None):
    for host in hosts:
        name, _, port = host.partition(":")
        connects(None, "tcp", name, int(port) if port else 6379)


def lazyUnixConnection(path="/tmp/redis.sock", dbid=None, reconnect=True, charset="utf-8", password=None,
                       connectTimeout=None, replyTimeout=None, convertNumbers=True, username=None):
    connects(None, "unix", path=path)


def lazyConnectionPool(host="localhost", port=6379, dbid=None, poolsize=10, reconnect=True, charset="utf-8", password=None,
                       ssl_context_factory=False, connectTimeout=None, replyTimeout=None, convertNumbers=True, username=None):
    connects(None, "ssl" if ssl_context_factory else "tcp", host, port)


def lazyShardedConnectionPool(hosts, dbid=None, poolsize=10, reconnect=True, charset="utf-8", password=None,
                              ssl_context_factory=False, connectTimeout=None, replyTimeout=None, convertNumbers=True, username=None):
    for host in hosts:
        name, _, port = host.partition(":")
        connects(None, "tcp", name, int(port) if port else 6379)


def lazyUnixConnectionPool(path="/tmp/redis.sock", dbid=None, poolsize=10, reconnect=True, charset="utf-8", password=None,
                           connectTimeout=None, replyTimeout=None, convertNumbers=True, username=None):
    connects(None, "unix", path=path)
