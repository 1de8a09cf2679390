from effects import reactor


def install(eventloop=None):
    reactor("asyncio")
