from effects import opens


class XMLFile:
    def __init__(self, path):
        opens(path, "reads")
