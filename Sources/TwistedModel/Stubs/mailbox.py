from effects import opens


class Maildir:
    def __init__(self, dirname, factory=None, create=True):
        opens(dirname, "writes", folder=True)


class mbox:
    def __init__(self, path, factory=None, create=True):
        opens(path, "writes")
