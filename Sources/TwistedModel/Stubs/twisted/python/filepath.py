"""Twisted's paths as objects: what their methods do to the file."""
from effects import contents, opens, unknown


class FilePath:
    def open(self, mode="r"):
        opens(self, mode=mode)
        return contents(self)

    def getContent(self):
        opens(self, "reads")
        return contents(self)

    def setContent(self, content, ext=b".new"):
        opens(self, "writes")

    def children(self):
        opens(self, "reads", folder=True)
        return unknown("the files of a folder")

    def listdir(self):
        return self.children()

    def walk(self, descend=None):
        return self.children()

    def globChildren(self, pattern):
        return self.children()

    def create(self):
        opens(self, "writes")
        return contents(self)

    def createDirectory(self):
        opens(self, "writes", folder=True)

    def makedirs(self, ignoreExistingDirectory=False):
        opens(self, "writes", folder=True)

    def touch(self):
        opens(self, "writes")

    def remove(self):
        opens(self, "writes")

    def moveTo(self, destination, followLinks=True):
        opens(self, "writes")
        opens(destination, "writes")

    def copyTo(self, destination, followLinks=True):
        opens(self, "reads")
        opens(destination, "writes")

    def linkTo(self, linkFilePath):
        opens(linkFilePath, "writes")

    def chmod(self, mode):
        opens(self, "writes")
