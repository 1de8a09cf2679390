from effects import follows


class SNIMap:
    def __init__(self, mapping):
        follows(mapping)


class HostDirectoryMap:
    def __init__(self, directoryPath):
        follows(directoryPath)
