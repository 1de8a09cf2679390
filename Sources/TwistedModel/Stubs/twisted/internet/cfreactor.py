from effects import reactor


def install(runLoop=None, runner=None):
    reactor("cf")
