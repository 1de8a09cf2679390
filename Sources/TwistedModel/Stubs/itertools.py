_nothing = object()


def _members(iterables):
    for iterable in iterables:
        for member in iterable:
            yield member


class chain:
    def __new__(cls, *iterables):
        return _members(iterables)

    @classmethod
    def from_iterable(cls, iterable, /):
        return _members(iterable)


def count(start=0, step=1):
    while True:
        yield start
        start = start + step


def cycle(iterable, /):
    members = list(iterable)
    while members:
        for member in members:
            yield member


def repeat(object, times=_nothing):
    if times is _nothing:
        while True:
            yield object
    for _ in range(times):
        yield object


def islice(iterable, start, stop=_nothing, step=1):
    if stop is _nothing:
        start, stop = 0, start
    start, step, place = start or 0, step or 1, 0
    if stop is not None and stop <= 0:
        return
    for member in iterable:
        if place >= start and (place - start) % step == 0:
            yield member
        place += 1
        if stop is not None and place >= stop:
            return


def takewhile(predicate, iterable, /):
    for member in iterable:
        if not predicate(member):
            return
        yield member


def dropwhile(predicate, iterable, /):
    isDropping = True
    for member in iterable:
        isDropping = isDropping and predicate(member)
        if not isDropping:
            yield member


def filterfalse(function, iterable, /):
    for member in iterable:
        if not (function(member) if function else member):
            yield member


def compress(data, selectors):
    for member, selector in zip(data, selectors):
        if selector:
            yield member


def starmap(function, iterable, /):
    for arguments in iterable:
        yield function(*arguments)


def accumulate(iterable, func=None, *, initial=None):
    total = initial
    if total is not None:
        yield total
    for member in iterable:
        if total is None:
            total = member
        else:
            total = func(total, member) if func else total + member
        yield total


def zip_longest(*iterables, fillvalue=None):
    columns = [list(iterable) for iterable in iterables]
    for row in range(max([len(column) for column in columns], default=0)):
        yield tuple([column[row] if row < len(column) else fillvalue for column in columns])


def product(*iterables, repeat=1):
    rows = [()]
    for column in [list(iterable) for iterable in iterables] * repeat:
        rows = [row + (member,) for row in rows for member in column]
    return iter(rows)


def _choices(members, r, isOrdered, isRepeated):
    rows = [()]
    for _ in range(r):
        rows = [
            row + (place,) for row in rows for place in range(len(members))
            if (isRepeated or place not in row) and (not isOrdered or not row or place >= row[-1])
        ]
    return iter([tuple([members[place] for place in row]) for row in rows])


def combinations(iterable, r):
    return _choices(list(iterable), r, True, False)


def combinations_with_replacement(iterable, r):
    return _choices(list(iterable), r, True, True)


def permutations(iterable, r=None):
    members = list(iterable)
    return _choices(members, len(members) if r is None else r, False, False)


def groupby(iterable, key=None):
    group, last = [], _nothing
    for member in iterable:
        mark = key(member) if key else member
        if last is not _nothing and mark != last:
            yield last, iter(group)
            group = []
        last = mark
        group.append(member)
    if last is not _nothing:
        yield last, iter(group)


def tee(iterable, n=2, /):
    members = list(iterable)
    return tuple([iter(members) for _ in range(n)])


def pairwise(iterable, /):
    last = _nothing
    for member in iterable:
        if last is not _nothing:
            yield last, member
        last = member


def izip(*iterables):
    return zip(*iterables)


def imap(function, *iterables):
    return map(function, *iterables)


def ifilter(function, iterable):
    return filter(function, iterable)
