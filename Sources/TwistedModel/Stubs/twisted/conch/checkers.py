from effects import opens


class UNIXAuthorizedKeysFiles:
    def __init__(self, userdb=None, parseKey=None):
        pass


class SSHPublicKeyChecker:
    def __init__(self, keydb):
        pass


def readAuthorizedKeyFile(fileobj, parseKey=None):
    pass
