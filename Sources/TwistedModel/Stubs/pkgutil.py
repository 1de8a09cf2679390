"""Files that lie in packages."""
from effects import isText, opens, packageFolder, unknown


def get_data(package, resource):
    folder = packageFolder(package)
    if isText(folder):
        opens(folder + "/" + resource, "reads")
    return unknown("the contents of a file")
