from effects import opens


class Resolver:
    __state__ = {"file": "file"}

    def __init__(self, file=b"/etc/hosts", ttl=3600):
        opens(file, "reads")
