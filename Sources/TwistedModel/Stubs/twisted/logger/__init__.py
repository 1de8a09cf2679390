from effects import calls


class Logger:
    pass


class FilteringLogObserver:
    def __init__(self, observer, predicates, negativeObserver=None):
        calls(observer)
        for predicate in predicates:
            calls(predicate)
