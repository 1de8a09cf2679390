from effects import reactor


def install():
    reactor("epoll")
