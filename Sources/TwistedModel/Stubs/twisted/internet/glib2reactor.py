from effects import reactor


def install():
    reactor("glib2")
