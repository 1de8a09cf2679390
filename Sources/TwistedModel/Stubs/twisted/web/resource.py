"""Resources: what is put below one is answered from."""
from effects import follows


class Resource:
    def __init__(self):
        pass

    def putChild(self, path, child):
        follows(child)


class IResource:
    pass
