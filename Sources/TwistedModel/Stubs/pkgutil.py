"""Files that lie in packages."""
from effects import contents, isText, opens, packageFolder


def get_data(package, resource):
    folder = packageFolder(package)
    if isText(folder):
        opens(folder + "/" + resource, "reads")
    return contents(folder + "/" + resource)
