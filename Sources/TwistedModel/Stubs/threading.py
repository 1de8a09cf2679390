"""What a thread is given runs later, beside the reactor."""
from effects import calls


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if target is not None:
            calls(target, *args, **(kwargs or {}))


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        calls(function, *(args or ()), **(kwargs or {}))
