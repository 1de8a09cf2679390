from effects import calls


def register(func, *args, **kwargs):
    calls(func, *args, **kwargs)
    return func
