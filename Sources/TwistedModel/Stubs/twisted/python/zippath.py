from effects import opens


class ZipArchive:
    def __init__(self, archivePathname):
        opens(archivePathname, "reads")
