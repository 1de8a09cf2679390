import six
from twisted.application import internet, service

application = service.Application("classes")  #! name classes


def serve(port):
    internet.TCPServer(port, None).setServiceParent(application)  #! listener tcp 300 ;; listener tcp 302 ;; listener tcp 303 ;; listener tcp 304 ;; listener tcp 305 ;; listener tcp 306 ;; listener tcp 307


class Registering(type):
    def __init__(cls, name, bases, members):
        super(Registering, cls).__init__(name, bases, members)
        if hasattr(cls, "key"):
            cls.known[cls.key] = cls


class Receiver(object):
    __metaclass__ = Registering
    known = {}

    @classmethod
    def build(cls):
        serve(cls.port)


class Line(Receiver):
    key = "line"
    port = 300


class Block(Receiver):
    key = "block"
    port = 301

    @classmethod
    def build(cls):
        serve(cls.port + 1)


class Made(type):
    all = []

    def __new__(mcs, name, bases, members):
        made = type.__new__(mcs, name, bases, members)
        mcs.all.append(made)
        return made


class Third(six.with_metaclass(Made, object)):
    port = 303


@six.add_metaclass(Made)
class Fourth(object):
    port = 304


class Base:
    kinds = []

    def __init_subclass__(cls, **kwargs):
        Base.kinds.append(cls)


class Fifth(Base):
    port = 305


chosen = []


def choose(cls):
    chosen.append(cls)
    return cls


@choose
class Sixth(object):
    port = 306


class Root(object):
    pass


class Seventh(Root):
    port = 307


for name, kind in Receiver.known.items():
    kind.build()
for kind in Made.all:
    if hasattr(kind, "port"):
        serve(kind.port)
for kind in Base.kinds + chosen:
    serve(kind.port)
for kind in Root.__subclasses__():
    serve(kind.port)
#! modules third-party: six
#! modules twisted: twisted.application.internet twisted.application.service
