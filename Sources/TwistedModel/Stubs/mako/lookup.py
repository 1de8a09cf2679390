from effects import isText, opens


class TemplateLookup:
    def __init__(self, directories=None, module_directory=None, **options):
        if isText(directories):
            opens(directories, "reads", folder=True)
        else:
            for path in directories or ():
                opens(path, "reads", folder=True)
        opens(module_directory, "writes", folder=True)
