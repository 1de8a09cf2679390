"""What is called again and again, or later."""
from effects import calls, follows, repeats


class LoopingCall:
    def __init__(self, f, *a, **kw):
        self.f, self.a, self.kw = f, a, kw

    @classmethod
    def withCount(cls, countCallable):
        return cls(countCallable)

    def start(self, interval, now=True):
        repeats(None, interval, self.f)
        calls(self.f, *self.a, when="start" if now else "later", **self.kw)


class Cooperator:
    def __init__(self, terminationPredicateFactory=None, scheduler=None, started=True):
        pass

    def cooperate(self, iterator):
        follows(iterator)

    def coiterate(self, iterator, doneDeferred=None):
        follows(iterator)


def deferLater(clock, delay, callable=None, *args, **kw):
    calls(callable, *args, **kw)


def cooperate(iterator):
    follows(iterator)


def coiterate(iterator):
    follows(iterator)


def react(main, argv=(), _reactor=None):
    calls(main, _reactor, *argv, when="start")
