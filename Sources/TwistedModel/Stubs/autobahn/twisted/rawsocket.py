from effects import follows
from twisted.internet.protocol import Factory


class WampRawSocketServerFactory(Factory):
    def __init__(self, factory, serializers=None):
        follows(factory)


class WampRawSocketClientFactory(Factory):
    def __init__(self, factory, serializer=None):
        follows(factory)
