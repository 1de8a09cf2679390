from effects import opens


class DirectoryStore:
    def __init__(self, path):
        opens(path, "writes")
