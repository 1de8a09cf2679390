"""Keys in files. The name tells a public one: OpenSSH writes it beside the private one, as NAME.pub."""
from effects import holds, opens


class Key:
    def __init__(self, keyObject):
        pass

    @classmethod
    def fromFile(cls, filename, type=None, passphrase=None):
        isPublic = type is not None and str(type).startswith("public") or str(filename).endswith(".pub")
        opens(filename, "reads" if isPublic else "privateKey")
        return cls(None)

    @classmethod
    def fromString(cls, data, type=None, passphrase=None):
        if type is None or not str(type).startswith("public"):
            holds(data, "privateKey")
        return cls(None)
