"""Writes programs out of nested idioms, each of which computes a port, and what Python does with each.

    idioms.py FIRST COUNT

The output is that of programs.py. A number is made by an idiom from other numbers, so that any idiom comes within any other;
what depends on the environment comes in at the bottom: flags, a mode, a port and a list as text.
"""

import json
import os
import random
import re
import signal
import sys

sys.dont_write_bytecode = True
import programs  # noqa: E402

IMPORTS = """import bisect, collections, copy, dataclasses, enum, functools, heapq, itertools, math, operator, string, typing
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from functools import partial, reduce, wraps
from typing import NamedTuple
"""

SETTINGS = [
    {}, {"F1": "1"}, {"F2": "1"}, {"F1": "1", "F2": "1"}, {"MODE": "a"}, {"MODE": "b", "F1": "1"}, {"PORT": "9001"},
    {"PORTS": "9100,9101", "F2": "1"}, {"PORTS": "", "MODE": "b", "PORT": "9002"},
]

# Idioms, with a line --- between them. The last line is the number; `V` is another number, `P` a port of its own, `D` a small
# number, `F` a test of the environment, `L` a list of numbers, `N` and `M` are names of its own, `<<a||b>>` is one of several.
# A line `S(x)` listens.
IDIOMS = r'''
P
---
int("P")
---
int(f"{P}")
---
int("%d" % V)
---
int("{}".format(V))
---
int("8" + "%03d" % D)
---
int(f"81{D:02d}")
---
int("82{:02}".format(D))
---
int(f"{V!s:>8}".strip())
---
int("tcp:P:interface=::".split(":")[1])
---
int("host:P".rpartition(":")[2])
---
int("port = P".split("=")[-1].strip())
---
int("".join(["8", "3", "0", str(D)]))
---
int("P"[::-1][::-1])
---
int("a=P;b=P".split(";")[D % 2].partition("=")[2]) if True else 0
---
int("0x1f9%d" % D, 16)
---
int("P,P,P".split(",")[-D % 3])
---
V if F else V
---
V + D
---
V - D
---
max(V, V)
---
min(V, V, V)
---
sorted([V, V, V])[D % 3]
---
sorted([V, V], key=lambda q: -q)[0]
---
sorted(["b", "a"], key={"a": V, "b": V}.get)[0] == "a" and V or V
---
(V, V, V)[D % 3]
---
[V, V][bool(F)]
---
{True: V, False: V}[bool(F)]
---
{"a": V, "b": V}.get(os.environ.get("MODE"), V)
---
{"a": V}.get("b", V)
---
{"a": V} | {"a": V, "b": V}
N = {"a": V, "b": V} | {"b": V}
N["b"]
---
N = {"a": V}
N |= {"b": V}
if F: N["a"] = V
N["a"]
---
N = dict(a=V, b=V)
M = N.pop("a" if F else "b")
M
---
N = {k: v for k, v in zip("abc", [V, V, V]) if v % D != 1}
next(iter(N.values()), V)
---
N = {v: k for k, v in {"a": 1, "b": 2}.items()}
V if N[1] == "a" else V
---
N = defaultdict(list)
N["x" if F else "y"].append(V)
N["y"].append(V)
N["y"][0]
---
N = defaultdict(int)
for q in "abca": N[q] += 1
8000 + N["a"]
---
N = Counter("abracadabra")
8000 + N["a"] * 10 + N["z"]
---
N = OrderedDict([("a", V), ("b", V)])
N.move_to_end("a")
list(N.values())[0]
---
N = ChainMap({"a": V} if F else {}, {"a": V, "b": V})
N["a"]
---
N = deque([V, V, V], maxlen=2)
N.append(V)
N[0]
---
N = deque([V, V])
N.rotate(1)
N[0]
---
sum([V, D, D])
---
len("x" * 80) * 100 + D
---
divmod(V, 1)[0]
---
(V * 2) // 2
---
V % 100 + 8000
---
2 ** 13 + D
---
2 ** 13 | D
---
V ^ 0
---
~(~V)
---
-(-V)
---
abs(-V)
---
round(V + 0.2)
---
int(V / 1)
---
int(float("8%03d.0" % D))
---
ord("a") + 8000
---
reduce(operator.add, [D, D, V])
---
reduce(lambda a, b: a if a > b else b, L, V)
---
partial(max, V)(V)
---
N = partial(lambda a, b, c=1: a + b + c, V, c=D)
N(D)
---
operator.itemgetter(1)((V, V))
---
N, M = V, V
N, M = M, N
N
---
N, *M = [V, V, V]
M[-1]
---
*N, M = (V, V)
N[0]
---
(N, M), D2 = (V, V), D
N if D2 > 2 else M
---
N = M = V
if F: N += 1
M
---
N = [V]
M = N
M += [V]
N[-1]
---
N = [V, V, V]
N[1:2] = []
N[-1]
---
N = [V, V, V, V]
del N[::2]
N[0]
---
N = [V, V]
N.insert(D % 2, V)
N[D % 2]
---
N = L + [V]
N.sort(reverse=True)
N[0]
---
N = [[V] * 2 for q in range(2)]
N[0][1] = V
N[1][1]
---
N = [[V]] * 2
N[0].append(V)
N[1][-1]
---
[q for q in L if q % 2] or V
N = [q for q in [V, V] if q % D] or [V]
N[0]
---
[a + b for a in (8000, 8100) for b in range(D) if b != 1][-1] if D > 0 else V
---
[y for x in [[V], [V, V]] for y in x][D % 3]
---
[(a, b) for a, b in zip(L, "abc")] and V
---
N = [q if F else q + 1 for q in [V]]
N[0]
---
sum(1 for q in L) + 8000
---
next((q for q in L if q > 8005), V)
---
any(q == V for q in L) and V or V
---
all(L) and V or V
---
list(map(lambda q, r: q + r, [V, V], [1, 2]))[D % 2]
---
list(filter(lambda q: q % 2, [V, V + 1, V]))[0] if F else V
---
dict(enumerate([V, V]))[1]
---
list(zip(*[(1, V), (2, V)]))[1][0]
---
list(reversed([V, V]))[0]
---
max([("a", V), ("b", V)], key=lambda q: q[0])[1]
---
min([V, V], key=lambda q: q % 7)
---
(N := V) + (D if N else 0)
---
[N := q for q in (V, V)]
N
---
if (N := os.environ.get("PORT")): M = int(N)
else: M = V
M
---
int(os.environ.get("PORT", "P"))
---
int(os.environ.get("PORT") or V)
---
N = os.environ.get("PORT")
int(N) if N and N.isdigit() else V
---
try: N = int(os.environ["PORT"])
except KeyError: N = V
N
---
try: N = int(os.environ.get("MODE", "P"))
except ValueError: N = V
N
---
N = V
if os.environ.get("MODE") == "a": N = V
elif os.environ.get("MODE") == "b": N = V
N
---
N = {"a": lambda: V, "b": lambda: V}
N.get(os.environ.get("MODE", "a"), lambda: V)()
---
match os.environ.get("MODE"):
    case "a": N = V
    case "b" if F: N = V
    case None: N = V
    case _: N = V
N
---
match [V, V]:
    case [N, M] if F: pass
    case [M, N]: pass
N
---
match {"port": V, "x": D}:
    case {"port": int(N), **M}: pass
N
---
match (D, V):
    case (0 | 1, N): N += 1
    case (_, N): pass
N
---
match "tcp:P".split(":"):
    case ["udp", N]: N = V
    case ["tcp", N, *M]: N = int(N)
N
---
@dataclass
class N:
    a: int
    b: int = 5
    __match_args__ = ("a", "b")
match N(V):
    case N(a=M, b=6): M = V
    case N(M, 5): pass
M
---
class N:
    port = V
    def get(self): return self.port
class M(N):
    port = V
M().get()
---
class N:
    def __init__(self, port=V): self.port = port
class M(N):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.port += 1
M(<<V||port=V||*L[:1]||**{"port": V}>>).port
---
class N:
    def port(self): return V
class M(N):
    def port(self):
        if F: return super().port()
        return V
M().port()
---
class N:
    def make(self): return self.pick()
    def pick(self): return V
class M(N):
    def pick(self): return V
<<N||M>>().make()
---
class N:
    x = V
    def f(self): return self.x
class M1:
    x = V
class M(N, M1): pass
M().f()
---
class N:
    count = 0
    def __init__(self): N.count += 1
N(); N()
if F: N()
8000 + N.count
---
class N:
    ports = []
    def __init__(self, p): self.ports.append(p)
N(V); N(V)
N.ports[-1]
---
class N:
    ports = []
    def __init__(self, p): self.ports = self.ports + [p]
N(V)
len(N.ports) + 8000
---
class N:
    @property
    def port(self): return self._p
    @port.setter
    def port(self, v): self._p = v if v > 8005 else V
N_ = N()
N_.port = V
N_.port
---
class N:
    @classmethod
    def make(cls, p=V):
        me = cls()
        me.p = p
        return me
    @staticmethod
    def plus(q): return q + 1
N.plus(N.make(<<V||>>).p)
---
class N:
    def __init__(self, p): self.p = p
    def __add__(self, other): return N(self.p + (other.p if isinstance(other, N) else other))
    def __int__(self): return self.p
int(N(V) + D)
---
class N:
    def __init__(self, p): self.p = p
    def __lt__(self, other): return self.p < other.p
    def __eq__(self, other): return self.p == other.p
sorted([N(V), N(V)])[0].p
---
class N:
    def __call__(self, *a): return V + len(a)
N()(1, 2)
---
class N:
    def __getitem__(self, k): return V if k == "a" else V
    def __contains__(self, k): return k == "a"
    def __len__(self): return D
N()["a"] if "a" in N() else V
---
class N:
    def __getattr__(self, name): return {"a": V}.get(name, V)
    b = V
N().<<a||b||c>>
---
class N:
    def __iter__(self):
        yield V
        if F: yield V
        yield V
list(N())[-1]
---
class N:
    def __init__(self): self.left = [V, V, V]
    def __iter__(self): return self
    def __next__(self):
        if not self.left: raise StopIteration
        return self.left.pop()
[q for q in N()][D % 3]
---
class N:
    def __enter__(self): return V
    def __exit__(self, *q): return <<True||False>>
with N() as M: pass
M
---
class N:
    def __enter__(self): return self
    def __exit__(self, kind, value, trace):
        self.p = V if kind else V
        return True
with N() as M:
    <<pass||raise ValueError||if F: raise KeyError>>
M.p
---
class N:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, me, owner): return V if me is None else me.__dict__.get(self.name, V)
    def __set__(self, me, v): me.__dict__[self.name] = v
class M:
    p = N()
m_ = M()
if F: m_.p = V
m_.p
---
class N:
    known = {}
    def __init_subclass__(cls, port=V, **k): N.known[cls.__name__] = port
class M_a(N, port=V): pass
class M_b(N): pass
N.known["M_a" if F else "M_b"]
---
class N:
    __slots__ = ("p",)
    def __init__(self): self.p = V
getattr(N(), "p", V)
---
class N: pass
setattr(N, "p" if F else "q", V)
getattr(N, "q", V)
---
class N:
    a = V
    def __init__(self):
        if F: self.a = V
vars(N()).get("a", V)
---
class N:
    a = V
    b = a + 1
    c = [a for q in range(2)] if False else b
N.c
---
@dataclass
class N:
    port: int = V
    more: list = field(default_factory=list)
    def __post_init__(self): self.more.append(self.port)
N(<<V||port=V||>>).more[0]
---
@dataclass(order=True, frozen=True)
class N:
    a: int
    b: int = V
max(N(1), N(2, V)).b
---
@dataclass
class N:
    a: int = V
@dataclass
class M(N):
    b: int = V
dataclasses.replace(M(), b=V).b if F else dataclasses.asdict(M(V))["a"]
---
N = namedtuple("N", "host port")
N("h", V)._replace(port=V).port if F else N("h", V)[1]
---
N = namedtuple("N", ["a", "b"], defaults=[V])
N(1).b
---
class N(NamedTuple):
    host: str
    port: int = V
    def next(self): return self.port + 1
N("h", <<V||port=V>>).next()
---
class N(NamedTuple):
    host: str
    port: int
M_h, M = N("h", V)
M
---
class N(Enum):
    A = V
    B = V
N<<.A||["B"]||.B>>.value
---
class N(IntEnum):
    A = P
    B = P
N.A + 1 if F else max(N)
---
class N(Enum):
    A = "P"
    B = "P"
    @property
    def port(self): return int(self.value)
[q.port for q in N][D % 2]
---
class N(Enum):
    A = enum.auto()
    B = enum.auto()
8000 + N.B.value + len(N)
---
N = Enum("N", "A B C")
8000 + N.C.value
---
def N(): return V
N()
---
def N(a, b=V, *c, d=V, **e): return [a, b, d, *c, *e.values()]
N(V, <<V||d=V||*L||V, V, z=V>>)[-1]
---
def N(*a): return sum(a[1:]) if a else V
N(V, D, V)
---
def N(**k): return k.get("port", V)
N(**{"port" if F else "p": V})
---
def N(a, /, b, *, c): return a + b + c
N(V, D, c=D)
---
def N(x, kept=[]):
    kept.append(x)
    return kept[0]
N(V)
N(V)
---
def N(n): return V if n <= 0 else N(n - 1)
N(D)
---
def N(n): return 8000 if n < 2 else N(n - 1) + 1
N(D)
---
def N():
    for q in [V, V]:
        try:
            if F: return q
            continue
        finally:
            S(V)
    return V
N()
---
def N():
    try: return V
    finally: S(V)
N()
---
def N():
    try: return V
    finally:
        if F: return V
N()
---
def N():
    try:
        try: raise KeyError(V)
        except ValueError: return V
        finally: S(V)
    except KeyError as e: return e.args[0]
N()
---
def N():
    for q in L:
        if q > 8010: break
    else:
        return V
    return V
N()
---
def N():
    n = V
    def inner():
        nonlocal n
        n += 1
        return n
    inner()
    if F: inner()
    return n
N()
---
N = V
def M():
    global N
    N = V
if F: M()
N
---
N = V
def M():
    N = V
M()
N
---
N = [lambda: q for q in (V, V)]
N[0]()
---
N = [lambda q=q: q for q in (V, V)]
N[0]()
---
N = []
for q in (V, V): N.append(lambda r: q + r)
N[0](D)
---
def N(f):
    @wraps(f)
    def inner(*a, **k): return f(*a, **k) + 1
    return inner
@N
def M(p=V): return p
M(<<V||p=V||>>)
---
def N(n):
    def deco(f): return lambda *a: f(*a) + n
    return deco
@N(1)
@N(D)
def M(): return V
M()
---
N = {}
def M(name):
    def deco(f):
        N[name] = f
        return f
    return deco
@M("a")
def M_a(): return V
@M("b")
def M_b(): return V
N[os.environ.get("MODE", "a")]()
---
def N(cls):
    cls.p = V
    return cls
@N
class M: p = V
M.p
---
@functools.lru_cache(None)
def N(q):
    S(V)
    return V
N(1); N(1)
---
def N():
    yield V
    if F: yield V
    yield from [V, V]
list(N())[-1]
---
def N():
    got = yield V
    while got is not None: got = yield got + 1
M = N()
next(M)
M.send(V)
---
def N():
    total = 0
    while True:
        q = yield total
        if q is None: return
        total += q
M = N()
next(M)
M.send(V)
M.send(D)
---
def N():
    try: yield V
    finally: S(V)
for q in N(): break
q
---
def N():
    r = yield from M()
    yield r
def M():
    yield V
    return V
list(N())[1]
---
def N():
    try:
        yield V
    except ValueError:
        yield V
M = N()
next(M)
M.throw(ValueError)
---
@contextmanager
def N(p=V):
    try: yield p
    except KeyError: S(V)
    finally: S(V)
with N(<<V||>>) as M:
    <<pass||raise KeyError||if F: raise KeyError>>
M
---
with suppress(KeyError): N = {"a": V}["b" if F else "a"]
try: N
except NameError: N = V
N
---
with ExitStack() as N_s:
    for q in [V, V]: N_s.callback(lambda q=q: reactor.listenTCP(q, None))
    N = V
N
---
with ExitStack() as N_s:
    for q in os.environ.get("PORTS", "P").split(","):
        N_s.<<callback(reactor.listenTCP, int(q or 8000), None)||push(lambda *a, q=q: reactor.listenTCP(P, None) and None)>>
    N = V
N
---
@contextmanager
def N(p):
    S(p)
    try: yield p
    finally: S(P)
with ExitStack() as N_s: M = N_s.enter_context(N(V))
M
---
N = []
for q in os.environ.get("PORTS", "P").split(","): N.append(lambda: reactor.listenTCP(P, None))
while N: N.pop()()
V
---
with nullcontext(V) as N, nullcontext(V) as M: pass
N if F else M
---
N = V
while N < 8900:
    N += 300
    if F: break
else:
    N += 1
N
---
N = 0
while True:
    N += 1
    if N > D: break
8000 + N
---
for N in L:
    if N % 2: continue
    if F: break
    S(N)
else: N = V
N
---
for q, N in enumerate([V, V, V]):
    if q == D % 3: break
N
---
N = 0
for q in range(10, 0, -3): N += q
8000 + N
---
for a in range(3):
    for b in range(3):
        if a * b == D: break
    else: continue
    break
8000 + a * 10 + b
---
list(itertools.chain([V], L, [V]))[-1]
---
list(itertools.islice(itertools.count(P, 2), 3))[D % 3]
---
list(itertools.product([V, V], [1, 2]))[D % 4][0]
---
list(itertools.accumulate([V, 1, 2]))[-1]
---
list(itertools.takewhile(lambda q: q < 9000, [V, 9500, V]))[-1]
---
[k for k, g in itertools.groupby([8001, 8001, 8002], key=lambda q: q)][D % 2]
---
list(itertools.zip_longest([V], [V, V], fillvalue=8000))[1][0]
---
list(itertools.starmap(operator.add, [(V, 1), (V, 2)]))[0]
---
N = itertools.cycle([V, V])
next(N); next(N)
next(N)
---
list(itertools.combinations([V, V, V], 2))[D % 3][1]
---
list(itertools.compress([V, V, V], [0, 1, 1]))[0]
---
N = iter([V, V, V])
next(N)
next(N, V)
---
N = iter(L)
for q in N: break
next(N, V)
---
N = {V, V, V}
max(N)
---
N = {8001, 8002} & {8002, 8003}
N.pop()
---
N = {8001, 8002, 8003} - {8001, 8003 if F else 8002}
sorted(N)[0]
---
N = {8001} ^ {8001, 8002}
list(N)[0]
---
N = set(L)
N.add(V)
V if V in N else V
---
8000 + len({V, V, P})
---
frozenset([P]) == {P} and V or V
---
N = [V, V]
N[D % 2] += 1
N[0]
---
N = {"a": {"b": V}}
N["a"]["b"] = N["a"].get("c", V)
N["a"]["b"]
---
N = {"a": {}}
N.setdefault("a", {}).setdefault("p", V)
N.setdefault("b", {}).setdefault("p", V)
N["b" if F else "a"]["p"]
---
N = {"a": [V]}
M = copy.deepcopy(N)
M["a"].append(V)
N["a"][-1]
---
N = {"a": [V]}
M = dict(N)
M["a"].append(V)
N["a"][-1]
---
N = [V, V]
M = N[:]
M[0] = V
N[0]
---
try:
    N = V
    <<{}["a"]||pass||if F: raise ValueError||1 // 0||int("x")||[][1]>>
except (KeyError, ValueError): N = V
except ZeroDivisionError: pass
except Exception as e: N = V
else: N = V
finally: S(V)
N
---
class N(Exception):
    def __init__(self, port): self.port = port
try: raise N(V)
except N as e: M = e.port
M
---
class N(ValueError): pass
try:
    try: raise N(<<V||>>)
    except KeyError: M = V
    except ValueError as e: raise RuntimeError from e
except RuntimeError: M = V
M
---
try:
    try: raise KeyError
    except KeyError:
        S(V)
        raise
    finally: S(V)
except LookupError: N = V
N
---
N = V
try:
    N = V
    assert F
    N = V
except AssertionError: pass
N
---
V if not F else V
---
V if F and F else V
---
V if F or F else V
---
V if 1 < D < 4 else V
---
V if "a" in "abc" and D in (1, 2) else V
---
V if isinstance(V, int) else V
---
V if None is None else V
---
(F and V) or V
---
V if L else V
---
V if bool([]) == bool({}) else V
---
N = os.environ.get("PORTS", "P,P").split(",")
int(N[0]) if N[0] else V
---
N = [int(q) for q in os.environ.get("PORTS", "P").split(",") if q]
N[-1] if N else V
---
int(string.Template("8$x").substitute(x="0%d%d" % (D, D)))
---
"abc".index("c") + 8000
---
8000 + "banana".count("a")
---
int("p8001x".strip("px"))
---
8000 + len("a,b,,c".split(","))
---
int("8001\n8002".splitlines()[D % 2])
---
int("{0[port]}".format({"port": V}))
---
int("%(port)d" % {"port": V, "x": 1})
---
int("{p:d}".format(p=V))
---
int(str(V).zfill(6))
---
int(repr(V))
---
V if "Port".lower() == "port" and "x".upper() == "X" else V
---
V if "tcp:1".startswith(("udp", "tcp")) else V
---
int("8,001".replace(",", ""))
---
int(b"8001")
---
int("8001".encode().decode())
---
8000 + sum(map(int, "1234"))
---
8000 + sum(int(q) for q in str(V))
---
bisect.bisect([8001, 8003], 8002) + 8000
---
heapq.nsmallest(1, [V, V])[0]
---
math.floor(V + 0.5)
---
N = [V, V]
N.reverse()
N.pop()
---
N = [3, 1, 2]
N.sort()
8000 + N[0]
---
N = sorted([("b", V), ("a", V)])
dict(N)["a"]
---
N = type("N", (), {"p": V})
N.p
---
N = lambda *a, **k: a[0] if a else k.get("p", V)
N(<<V||p=V||>>)
---
(lambda q: q if F else V)(V)
---
eval("V") if False else V
---
N = object()
V if N is N else V
---
N = None
if F: N = V
N or V
---
N = None
if F: N = V
N if N is not None else V
---
def N():
    if F: return V
(N() or V)
---
def N(q):
    match q:
        case int(): return V
        case str(): return V
N(<<1||"a">>)
---
def N(*a, **k):
    return M(*a, **k)
def M(p, q=1, *, r=0): return p + q + r
N(V, <<r=1||D||q=D, r=D>>)
---
class N:
    def __init__(self): self.handlers = {}
    def on(self, name):
        def deco(f):
            self.handlers.setdefault(name, []).append(f)
            return f
        return deco
    def fire(self, name): return [f() for f in self.handlers.get(name, [])]
N_ = N()
@N_.on("a")
def M(): return V
@N_.on("a" if F else "b")
def M_(): return V
N_.fire("a")[-1]
---
class N:
    def __init__(self): self.p = V
    def set(self, p):
        self.p = p
        return self
    def up(self):
        self.p += 1
        return self
N().set(V).up().p
---
class N:
    _one = None
    def __new__(cls):
        if cls._one is None:
            cls._one = super().__new__(cls)
            cls._one.p = V
        return cls._one
N().p = V
N().p
---
class N:
    @functools.cached_property
    def p(self):
        S(V)
        return V
N_ = N()
N_.p
N_.p
---
class N(dict):
    def __missing__(self, key): return V
    def __getattr__(self, key): return self[key]
N(a=V)<<["a"]||["b"]||.a||.b>>
---
class N(list):
    def first(self): return self[0]
N([V, V]).first()
---
class N(int):
    def up(self): return self + 1
N(V).up()
'''


class Idioms:
    """A program whose ports are computed by idioms within idioms."""

    def __init__(self, random):
        self.random = random
        self.idioms = [text.strip("\n") for text in IDIOMS.split("\n---\n")]
        self.port, self.count, self.left = 8000, 0, 30

    def number(self):
        self.port += 1
        return str(self.port)

    def flag(self):
        return self.random.choice(['os.environ.get("F1")', '"F2" in os.environ', 'os.environ.get("F1") == "1"', 'os.getenv("F2")',
                                   '(os.environ.get("MODE") == "a")'])

    def value(self, depth, plain):
        """The lines before a number, and the expression for it; a plain one has no lines."""
        if depth <= 0 or self.left <= 0 or self.random.random() < 0.3:
            return [], self.number() if self.random.random() < 0.8 else "(%s if %s else %s)" % (self.number(), self.flag(), self.number())
        self.left -= 1
        while True:
            text = self.random.choice(self.idioms)
            if not plain or "\n" not in text:
                break
        self.count += 1
        name, other = "n%d" % self.count, "m%d" % self.count
        text = re.sub(r"<<(.*?)>>", lambda m: self.random.choice(m[1].split("||")), text)
        text = re.sub(r"\bN(?=\b|_)", name, text)
        text = re.sub(r"\bM(?=\b|_|1)", other, text)
        # Numbers of the first lines may have lines of their own before them; those of later lines are plain.
        before = []

        def hole(match):
            letter = match[0]
            if letter == "P":
                return self.number()
            if letter == "D":
                return str(self.random.randint(1, 4))
            if letter == "F":
                return self.flag()
            if letter == "L":
                return "[%s]" % ", ".join(self.value(depth - 2, True)[1] for _ in range(self.random.randint(0, 3)))
            lines, expression = self.value(depth - 1, plain)
            before.extend(lines)
            return "(%s)" % expression if not expression.isdigit() else expression

        text = re.sub(r"\b[PDFLV]\b", hole, text)
        text = re.sub(r"\bD2\b", "d%d" % self.count, text)
        text = re.sub(r"\bS\(([^\n]*)\)", r"reactor.listenTCP(\1, None)", text)
        lines = text.split("\n")
        return before + lines[:-1], lines[-1]

    def program(self):
        lines = []
        for _ in range(self.random.randint(2, 5)):
            before, value = self.value(3, False)
            kind = self.random.random()
            if kind < 0.6:
                last = ["internet.TCPServer(%s, None).setServiceParent(application)" % value]
            elif kind < 0.75:
                last = ["reactor.listenTCP(%s, None)" % value]
            elif kind < 0.9:
                last = ["for port in (%s, %s): internet.TCPServer(port, None).setServiceParent(application)" % (value, self.number())]
            else:
                last = ["s%d = internet.TCPServer(%s, None)" % (self.count, value),
                        "if %s: s%d.setServiceParent(application)" % (self.flag(), self.count)]
            part = before + last
            around = self.random.choice(["", "", "", "if", "def", "try", "for", "class"])
            self.count += 1
            if around == "if":
                part = ["if %s:" % self.flag()] + ["    " + line for line in part]
            elif around == "def":
                part = ["def main%d():" % self.count] + ["    " + line for line in part] + ["main%d()" % self.count]
            elif around == "try":
                part = ["try:"] + ["    " + line for line in part] + ["except Exception: reactor.listenTCP(%s, None)" % self.number()]
            elif around == "for":
                part = ["for w in range(2):"] + ["    " + line for line in part]
            elif around == "class":
                part = (["class Maker%d(service.Service):" % self.count, "    def startService(self):"] + ["        " + line for line in part]
                        + ["maker%d = Maker%d()" % (self.count, self.count), "maker%d.setServiceParent(application)" % self.count])
                part = [line.replace("setServiceParent(application)", "startService()") if line.startswith("        ") else line
                        for line in part] if False else part
            lines += part
        return programs.PRELUDE + IMPORTS + "\n".join(lines) + "\n"


def main():
    signal.signal(signal.SIGALRM, programs.too_long)
    import warnings

    warnings.simplefilter("ignore")
    first, count = int(sys.argv[1]), int(sys.argv[2])
    names = sorted({name for setting in SETTINGS for name in setting})
    programs.FLAGS = tuple(names)
    real = os.environ

    for seed in range(first, first + count):
        source = Idioms(random.Random("idioms %d" % seed)).program()
        try:
            code = compile(source, "x.tac", "exec")
            runs = [programs.run(code, [setting.get(name) for name in names]) for setting in SETTINGS]
        except (Exception, programs.TooLong, SystemExit) as error:
            if real.get("SHOW_ERRORS"):
                print(seed, type(error), error, file=sys.stderr)
            continue
        print(json.dumps({"seed": seed, "source": source, "runs": runs}))


if __name__ == "__main__":
    main()
