"""Files that lie in packages, as setuptools had them."""
from effects import contents, isText, opens, packageFolder, unknown


def resource_filename(package_or_requirement, resource_name):
    folder = packageFolder(package_or_requirement)
    return folder + "/" + resource_name if isText(folder) else unknown("a file of a package")


def resource_stream(package_or_requirement, resource_name):
    path = resource_filename(package_or_requirement, resource_name)
    if isText(path):
        opens(path, "reads")
    return contents(path)


def resource_string(package_or_requirement, resource_name):
    return resource_stream(package_or_requirement, resource_name)


def resource_listdir(package_or_requirement, resource_name):
    path = resource_filename(package_or_requirement, resource_name)
    if isText(path):
        opens(path, "reads", folder=True)
    return unknown("the files of a folder")
