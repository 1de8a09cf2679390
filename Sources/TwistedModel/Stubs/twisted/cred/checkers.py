from effects import opens


class FilePasswordDB:
    __state__ = {"filename": "filename"}

    def __init__(self, filename, delim=b":", usernameField=0, passwordField=1, caseSensitive=True, hash=None,
                 cache=False):
        opens(filename, "reads")


OnDiskUsernamePasswordDatabase = FilePasswordDB


class InMemoryUsernamePasswordDatabaseDontUse:
    def __init__(self, **users):
        pass


class AllowAnonymousAccess:
    pass
