from effects import follows
from twisted.internet.protocol import ClientFactory, ServerFactory

portno = 8787


class PBServerFactory(ServerFactory):
    def __init__(self, root, unsafeTracebacks=False, security=None):
        follows(root)


class PBClientFactory(ClientFactory):
    def __init__(self, unsafeTracebacks=False, security=None):
        pass
