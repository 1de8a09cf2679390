from effects import opens


class Persistent:
    style = "pickle"

    def __init__(self, original, name):
        self.original = original
        self.name = name

    def setStyle(self, style):
        self.style = style

    def save(self, tag=None, filename=None, passphrase=None):
        ending = "tas" if self.style == "source" else "tap"
        if filename:
            opens(filename, "writes")
        elif tag:
            opens(f"{self.name}-{tag}.{ending}", "writes")
        else:
            opens(f"{self.name}.{ending}", "writes")
