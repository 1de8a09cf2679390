from effects import reactor


def install():
    reactor("iocp")
