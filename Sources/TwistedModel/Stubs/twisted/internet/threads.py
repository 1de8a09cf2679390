from effects import calls


def deferToThread(f, *args, **kwargs):
    calls(f, *args, **kwargs)


def deferToThreadPool(reactor, threadpool, f, *args, **kwargs):
    calls(f, *args, **kwargs)


def blockingCallFromThread(reactor, f, *a, **kw):
    calls(f, *a, **kw)
