from effects import reactor


def install(useGtk=True):
    reactor("gtk2")
