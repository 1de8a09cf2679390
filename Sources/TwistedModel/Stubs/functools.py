"""`partial`, `wraps` and `cached_property` are built in."""
from effects import isNumber

_nothing = object()


def reduce(function, sequence, initial=_nothing):
    for member in sequence:
        initial = member if initial is _nothing else function(initial, member)
    if initial is _nothing:
        raise TypeError("reduce() of empty iterable with no initial value")
    return initial


def _kept(function):
    values = {}

    def call(*args, **kwargs):
        key = (args, tuple(sorted(kwargs.items())))
        if key not in values:
            values[key] = function(*args, **kwargs)
        return values[key]

    return call


def lru_cache(maxsize=128, typed=False):
    return _kept if maxsize is None or isNumber(maxsize) else _kept(maxsize)


def cache(user_function):
    return _kept(user_function)
