from effects import opens, unknown


def open(name=None, mode="r", fileobj=None, bufsize=10240, **kwargs):
    if fileobj is None:
        opens(name, mode=mode)
    return unknown("an archive")
