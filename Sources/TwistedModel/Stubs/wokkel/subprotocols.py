from effects import follows


class XMPPHandler:
    def setHandlerParent(self, parent):
        follows(self)


class StreamManager:
    def __init__(self, factory, reactor=None):
        follows(factory)
