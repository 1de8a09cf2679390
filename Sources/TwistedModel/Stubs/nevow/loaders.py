from effects import opens


class xmlfile:
    def __init__(self, template, templateDir=None, ignoreDocType=False, ignoreComment=False, pattern=None):
        opens(template if templateDir is None else templateDir + "/" + template, "reads")
