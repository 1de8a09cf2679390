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
'''
SNIPPETS = [text.strip("\n") for text in SNIPPETS.split("\n---\n")]
IMPORTS = "import abc, dataclasses, functools, itertools, operator\n"


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
