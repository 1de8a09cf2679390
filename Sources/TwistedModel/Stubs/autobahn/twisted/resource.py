from effects import follows


class WebSocketResource:
    def __init__(self, factory):
        follows(factory)


class WSGIRootResource:
    def __init__(self, wsgiResource, children):
        follows(wsgiResource)
