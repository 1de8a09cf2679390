from effects import calls


def signal(signalnum, handler):
    calls(handler, signalnum, None)
