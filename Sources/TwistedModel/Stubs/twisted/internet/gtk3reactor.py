from effects import reactor


def install():
    reactor("gtk3")
