from effects import reactor


def install(useGtk=False):
    reactor("gi")
