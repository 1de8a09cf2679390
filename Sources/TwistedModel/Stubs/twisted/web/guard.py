from effects import follows


class HTTPAuthSessionWrapper:
    def __init__(self, portal, credentialFactories):
        follows(portal)
