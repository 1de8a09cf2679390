from effects import opens


class AbstractMaildirDomain:
    __state__ = {"root": "root"}

    def __init__(self, service, root):
        opens(root, "writes")


class MaildirDirdbmDomain(AbstractMaildirDomain):
    def __init__(self, service, root, postmaster=0):
        opens(root, "writes")


class MaildirMailbox:
    __state__ = {"path": "path"}

    def __init__(self, path):
        opens(path, "writes")
