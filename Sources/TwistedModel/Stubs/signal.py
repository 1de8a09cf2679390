from effects import calls, handles


def signal(signalnum, handler):
    handles(signalnum, handler)
    calls(handler, signalnum, None)
