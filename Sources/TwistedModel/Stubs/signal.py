from effects import calls, handles


def signal(signalnum, handler):
    handles(signalnum)
    calls(handler, signalnum, None)
