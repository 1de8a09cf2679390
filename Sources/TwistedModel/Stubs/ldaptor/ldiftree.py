from effects import opens


class LDIFTreeEntry:
    def __init__(self, path, dn=None, *a, **kw):
        opens(path, "writes", folder=True)
