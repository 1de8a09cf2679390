"""Snippets of programs with holes: what Python has beside branches, loops and containers.

`P` is a port of its own, `I` a number that may depend on the environment, `F` a test of the environment, `L` a list of ports,
`E` an exception, `N` a name that the snippet has for itself, `S(x)` something that listens on x; `[[a||b]]` is one of several.
"""

import re

SNIPPETS = r'''
class N:
    def __enter__(self): return self
    def __exit__(self, kind, value, traceback):
        if kind is KeyError: S(P)
        return [[kind is not None and issubclass(kind, LookupError)||None||isinstance(value, KeyError)||bool(F)]]
try:
    with N():
        [[{}['z']||pass||if F: raise KeyError||raise E]]
        S(P)
    S(P)
except Exception: S(P)
---
with contextlib.ExitStack() as N:
    N.callback([[reactor.listenTCP, P, None||lambda: S(P)]])
    if F: [[N.pop_all()||N.callback(reactor.listenTCP, P, None)]]
    S(P)
---
with contextlib.suppress([[Exception||KeyError||LookupError, ValueError]]):
    [[{}['z']||raise E||if F: raise E||pass]]
    S(P)
S(P)
---
N = [[iter(L)||zip(L, 'abc')||map(lambda q: q + 1, L)||filter(None, L)||enumerate(L, P)]]
for q in N:
    q = q if isinstance(q, int) else q[0]
    S(q)
    [[pass||if F: break||next(N, None)]]
for q in N: S(P)
---
class N:
    def __iter__(self): return iter(L)
    def __reversed__(self): return iter([P])
for q in [[reversed(N())||N()||sorted(N())]]: S(q)
---
N = L
for q in N[slice([[1||None||1, None||-1]])]: S(q)
del N[slice([[1||1, 2]])]
for q in N: S(q)
---
class N:
    def __init__(self): self._p = I
    @property
    def port(self): return self._p
    @port.setter
    def port(self, value): [[self._p = value + 100||pass||S(value)]]
    @port.deleter
    def port(self): self._p = P
o = N()
[[o.port = P||del o.port||if F: o.port = P||o.port += 3||o.__dict__['_p'] = P||o._p = P||type(o).port = P||pass]]
S(o.port)
---
class N:
    __slots__ = ('port',)
o = N()
o.port = I
try: o.[[port||other]] = P
except AttributeError: S(P)
S(o.port)
---
class N: port = I
class M: port = P
o = N()
[[o.__class__ = M||if F: o.__class__ = M||o.__dict__ = {'port': P}||vars(o).update(port=P)||setattr(o, 'port', P)]]
S(o.port)
---
class N:
    n = I
    @functools.cached_property
    def port(self):
        self.n += 1
        return self.n
o = N()
o.port
[[o.n = P||del o.port||o.port = P||pass]]
S(o.port)
---
class N:
    def __getattribute__(self, name): return P if name == 'port' else object.__getattribute__(self, name)
    def __delattr__(self, name): S(P)
    port = 1
    other = I
S(N().[[port||other]])
del N().any
---
class N(abc.ABC):
    @abc.abstractmethod
    def port(self): return I
class M(N):
    def port(self): return super().port() + 1
try: [[N()||M()]]
except TypeError: S(P)
S(M().port())
---
def N(port=I, kept=[], *, more=P):
    kept.append(port)
    return [[port||more||kept[-1]||8000 + len(kept)]]
[[N.__defaults__ = (P, [])||if F: N.__defaults__ = (P, [])||N.__kwdefaults__ = {'more': P}||N()]]
S(N())
---
def N(value):
    match value:
        case 1 | 2 as n: S(8400 + n)
        case int() as port if [[port > 8010||F]]: S(port)
        case [] | None: S(P)
        case [port]: S(port)
        case [port, *rest]: S(8500 + len(rest))
        case {'a': port, **rest} if rest: S(port)
        case {'a': port}: S(port + 50)
        case _: S(P)
N([[1||I||L||None||{'a': P}||{'a': P, 'b': 1}||'x'||{'a': I} if F else P]])
---
N = service.MultiService()
N.setServiceParent(application)
for q in L: internet.TCPServer(q, None).setServiceParent(N)
for q in list(N)[[[:1||1:||:0]]]: q.disownServiceParent()
S(8600 + len(N.services))
---
N = internet.TCPServer(I, None)
N.setName('N')
N.setServiceParent(application)
if F: application.getServiceNamed('N')[[.disownServiceParent()||]]
---
[[if F:||if True:]]
    class N(service.Service):
        def __init__(self, port): self.port = port
        def startService(self):
            reactor.listenTCP(self.port, None)
            if F: reactor.listenTCP(P, None)
    N(I).setServiceParent(application)
---
try:
    [['a' < 1||chr(-1)||~1.5||dict([1])||{[]: 1}||iter(3)||int('08', 0)||[] + ()||None + 1||{}['z']||object().a||int('0x50', 0)]]
except E: S(P)
except Exception: S(P)
else: S(P)
---
class N(Exception): port = P
try:
    if F: raise N(I)
    raise ValueError(P)
except (N, ValueError) as error: S(error.args[0])
try: error
except NameError: S(P)
---
class M:
    def __set_name__(self, owner, name): owner.found = I
class N: port = M()
S(N.found)
---
@dataclasses.dataclass
class N:
    port: int = I
    more: list = dataclasses.field(default_factory=list)
    def __post_init__(self): self.more.append(self.port + 50)
for q in N([[||P||port=P]]).more: S(q)
---
def N():
    got = yield P
    while [[got||got and F]]: got = yield got + 1
o = N()
S(next(o))
try: S(o.send([[P||None]]))
except StopIteration: S(P)
---
N = {'a': P, 'b': I}
if F: [[N.pop('a')||del N['b']||N.clear()||N.update(c=P)||N['a'] = P]]
[[N['a'] = P||N.setdefault('a', P)||pass||N['z'] = P]]
S((list(N.values()) or [P])[[[0||-1]]])
for q in N.values(): break
else: q = P
S(q)
---
for q in [[itertools.islice(itertools.count(I), 2)||itertools.chain(L, L)||itertools.takewhile(lambda q: q % 2, L)||itertools.accumulate([I, 1])]]: S(q)
S(functools.reduce(lambda a, b: [[a||b||max(a, b)]], [I, P, P]))
S(max(map(operator.itemgetter('a'), [{'a': I}, {'a': P}])))
---
@functools.lru_cache(maxsize=None)
def N(port):
    S(port)
    return port + 1
N(I)
S(N(P))
---
N = sorted([I, P], key=lambda q: [[S(q) or q||-q||q % 7]])
S(N[0])
N = {}
if F: N['a'] = P
max(N.values(), key=lambda q: S(q) or q, default=0)
---
class N:
    def __getattr__(self, name):
        if name == [['port'||'other']]: return I
        raise AttributeError(name)
try: S(N().port)
except AttributeError: S(P)
S(getattr(N(), 'other', P))
S(P if hasattr(N(), 'any') else P)
---
class M(type):
    def __new__(m, name, bases, ns):
        ns['port'] = ns.get('port', P) + 1
        return super().__new__(m, name, bases, ns)
    def __getattr__(cls, name): return P
    def __call__(cls, *a):
        o = super().__call__(*a)
        o.more = [[cls.port||P]]
        return o
class N(metaclass=M): [[port = I||pass]]
S(N.port)
try: S([[N.other||N().more||N().other]])
except AttributeError: S(P)
---
class M:
    _p = P
    @property
    def port(self): return self._p
    @port.setter
    def port(self, value): self._p = value if F else P
class N(M):
    @property
    def port(self): return super().port + 1
    [[@port.setter||more = property(M.port.fget)]]
    def set(self, value): M.port.fset(self, value)
    [[port = port||port = property(M.port.fget, set)]]
try: o = N(); o.port = I; S(o.port)
except (AttributeError, TypeError): S(P)
---
class N:
    def __init__(self, x): self.x = x
    def __eq__(self, other): return [[self.x == other.x||F||NotImplemented]]
    def __hash__(self): return 1
    def __bool__(self): return [[True||bool(F)||self.x % 2 == 0]]
a, b = N(I), N(P)
S(P) if a == b else S(P)
S((a or b).x)
S(8700 + len({a, b}))
---
N = types.SimpleNamespace(a=I, b=P)
[[del N.b||if F: del N.b||N.a = P||vars(N)['b'] = P||N.__dict__.update(a=P)||kept = vars(N); N.a = P; S(kept['a'])]]
S(getattr(N, 'b', P))
S(N.a)
---
class N(Exception):
    def __init__(self, port, *more):
        super().__init__(*more)
        self.port = port
try: raise N(I, [[1||]])
except N as error: S(error.port); S(8720 + len(error.args))
---
class N(dict):
    def __missing__(self, key): [[return P||self[key] = P; return P||raise KeyError(key)]]
o = N(a=I)
S(o['a'])
try: S(o['b'])
except KeyError: S(P)
S(8740 + len(o))
---
N = {'a': I}
if F: N['b'] = P
v = N.[[keys()||values()||items()]]
N[[['c'||'a']]] = P
for q in [[list(v)||v||sorted(v, key=str)]]: S(q if isinstance(q, int) else 8750 + len(q))
---
N = collections.namedtuple('N', 'a b')
try: o = N(I, P)._replace([[a=P||b=I]]); S(o.a); S(o._asdict()['b']); S(o[[[0||1]]])
except Exception: S(P)
---
match {'a': I, 'b': P}:
    case {'z': int() as port}: S(port)
    case {'a': int(port), **rest} if [[F||port > 8010]]: S(port); S(8760 + len(rest))
    case _: S(P)
---
for q, r in enumerate(L, [[I||8770]]): S(q); S(r)
---
S(int([['%d' % I||'{}'.format(I)||f'{I}'||str(I).strip()||'80%02d' % 7||'{:d}'.format(I)]]))
for q in 'P,P'.split(','): S(int(q))
---
def N(): return {'port': I}
N.calls = 0
def M(f, n=1):
    @functools.wraps(f)
    def inner(*a, **k):
        N.calls += n
        return f(*a, **k)
    return inner
g = M(N[[||, 2]])
S(g()['port']); S(8780 + N.calls)
'''
SNIPPETS = [text.strip("\n") for text in SNIPPETS.split("\n---\n")]
IMPORTS = "import abc, collections, dataclasses, functools, itertools, operator, types\n"


class Snippets:
    """A program of snippets, some of them in a branch, a loop, a function or a try."""

    def __init__(self, random, prelude, flags):
        self.random, self.prelude, self.flags = random, prelude, flags
        self.port, self.count = 8000, 0

    def number(self):
        self.port += 1
        return str(self.port)

    def flag(self):
        return "os.environ.get(%r)" % self.random.choice(self.flags)

    def fill(self, text):
        self.count += 1
        names = {"N": "Name%d" % self.count, "M": "Other%d" % self.count}
        text = re.sub(r"\[\[(?!\[)(.*?)(?<!\])\]\]", lambda m: self.random.choice(m[1].split("||")), text)
        holes = {"P": self.number, "F": self.flag, "E": lambda: self.random.choice(["KeyError", "ValueError", "TypeError"]),
                 "I": lambda: self.random.choice(["%s", "(%s if " + self.flag() + " else %s)"]).replace("%s", "P"),
                 "L": lambda: "[%s]" % ", ".join("P" for _ in range(self.random.randint(0, 3)))}
        for letter in "ILPFE":
            text = re.sub(r"\b%s\b" % letter, lambda m: holes[letter](), text)
        text = re.sub(r"\b[NM]\b", lambda m: names[m[0]], text)
        return re.sub(r"\bS\(", "reactor.listenTCP(", text)

    def program(self):
        parts = []
        for _ in range(self.random.randint(2, 5)):
            text = self.fill(self.random.choice(SNIPPETS))
            around = self.random.choice(["", "", "", "if %s:" % self.flag(), "for w in (1, 2):", "def f%d():" % self.count, "try:"])
            if around:
                text = around + "\n" + "\n".join("    " + line for line in text.split("\n"))
            if around.startswith("def"):
                text += "\nf%d()" % self.count
            if around == "try:":
                text += "\nexcept Exception: reactor.listenTCP(%s, None)" % self.number()
            parts.append(text)
        return self.prelude + IMPORTS + "\n".join(parts) + "\n"
