"""Sockets of the program's own. A socket stands for its descriptor, so that the reactor knows it again."""
from effects import connects, listens, unknown

AF_UNIX, AF_INET, AF_INET6 = 1, 2, 10
SOCK_STREAM, SOCK_DGRAM = 1, 2


class socket:
    address = None

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self.family = family

    def bind(self, address):
        self.address = address

    def listen(self, backlog=128):
        if self.family == AF_UNIX:
            listens(None, "unix", path=self.address)
        else:
            listens(None, "tcp", self.address[1], self.address[0])

    def connect(self, address):
        if self.family == AF_UNIX:
            connects(None, "unix", path=address)
        else:
            connects(None, "tcp", address[0], address[1])

    def fileno(self):
        return self


def create_server(address, *, family=2, backlog=None, reuse_port=False, dualstack_ipv6=False):
    server = socket(family)
    server.bind(address)
    server.listen()
    return server


def create_connection(address, timeout=None, source_address=None, *, all_errors=False):
    client = socket()
    client.connect(address)
    return client


def gethostname():
    return unknown("the name of the machine")


def getfqdn(name=""):
    return unknown("the name of the machine")
