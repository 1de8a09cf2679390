from effects import follows


class Portal:
    def __init__(self, realm, checkers=()):
        follows(realm, *checkers)

    def registerChecker(self, checker, *credentialInterfaces):
        follows(checker)
