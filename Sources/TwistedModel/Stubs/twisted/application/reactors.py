from effects import reactor


def installReactor(shortName):
    reactor(shortName)
