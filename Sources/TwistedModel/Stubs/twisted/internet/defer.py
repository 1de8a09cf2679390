from effects import calls


def maybeDeferred(f, *args, **kwargs):
    return calls(f, *args, when="start", **kwargs)


def execute(callable, *args, **kwargs):
    return calls(callable, *args, when="start", **kwargs)


def ensureDeferred(coro):
    return coro


def succeed(result):
    return result
