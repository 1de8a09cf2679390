from effects import opens


class FilesystemLock:
    def __init__(self, name):
        self.name = name

    def lock(self):
        opens(self.name, "writes")
