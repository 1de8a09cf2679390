"""Writes random programs and what Python does with each.

    programs.py FIRST COUNT

One JSON object a line: the source of the program of each seed, and for each of the eight settings of the environment's
variables F1, F2 and F3 the ports that it opens, as pairs of line and port. Programs that end with an exception under some
setting are left out.
"""

import itertools
import json
import os
import random
import signal
import sys
import types

sys.dont_write_bytecode = True
from snippets import Snippets  # noqa: E402

PRELUDE = """import os, contextlib
from twisted.application import internet, service
from twisted.internet import reactor
application = service.Application("x")
"""
FLAGS = ("F1", "F2", "F3")


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = PRELUDE.splitlines()
        self.indent = 0
        self.count = 0
        self.port = 8000
        self.scopes = [self.names()]
        self.functions, self.generators, self.classes = [], [], []
        self.loops = 0
        self.depth = 0
        self.left = self.random.randint(8, 26)
        self.caught = 0

    @staticmethod
    def names():
        return {"int": [], "list": [], "dict": [], "set": [], "object": [], "service": [], "callable": []}

    def write(self, text):
        self.lines.append("    " * self.indent + text)

    def new(self, kind):
        self.count += 1
        return "%s%d" % (kind[0], self.count)

    def known(self, kind):
        return [name for scope in self.scopes for name in scope[kind]]

    def remember(self, kind, name):
        if name not in self.scopes[-1][kind]:
            self.scopes[-1][kind].append(name)

    def pick(self, *options):
        return self.random.choice(options)

    def chance(self, share):
        return self.random.random() < share

    # Expressions

    def number(self):
        self.port += 1
        return str(self.port)

    def small(self):
        return str(self.random.randint(-2, 3))

    def key(self):
        return repr(self.pick("a", "b", "c", "d"))

    def flag(self):
        name = self.pick(*FLAGS)
        return self.pick("os.environ.get(%r)" % name, "%r in os.environ" % name, "os.environ.get(%r, '') == '1'" % name,
                         "os.getenv(%r)" % name, "not os.environ.get(%r)" % name)

    def test(self, depth=0):
        options = [self.flag, self.flag]
        if depth < 2:
            options += [lambda: "%s and %s" % (self.test(depth + 1), self.test(depth + 1)),
                        lambda: "%s or %s" % (self.test(depth + 1), self.test(depth + 1)),
                        lambda: "not (%s)" % self.test(depth + 1)]
        if self.known("int"):
            options += [lambda: "%s %s %s" % (self.random.choice(self.known("int")), self.pick("<", ">", "==", "!=", "<=", ">="),
                                              self.integer(2)),
                        lambda: "%s %% 2" % self.random.choice(self.known("int")),
                        lambda: "%s in (%s, %s)" % (self.integer(2), self.integer(2), self.integer(2))]
        if self.known("list"):
            options += [lambda: self.random.choice(self.known("list")),
                        lambda: "len(%s) %s %d" % (self.random.choice(self.known("list")), self.pick("<", ">", "=="),
                                                   self.random.randint(0, 3)),
                        lambda: "any(q > %s for q in %s)" % (self.integer(2), self.random.choice(self.known("list"))),
                        lambda: "[q for q in %s if q %% 2]" % self.random.choice(self.known("list")),
                        lambda: "%s in %s" % (self.integer(2), self.random.choice(self.known("list")))]
        if self.known("dict"):
            options += [lambda: "%s in %s" % (self.key(), self.random.choice(self.known("dict"))),
                        lambda: self.random.choice(self.known("dict"))]
        if self.known("set"):
            options += [lambda: "%s in %s" % (self.integer(2), self.random.choice(self.known("set")))]
        if self.known("object"):
            options += [lambda: "hasattr(%s, %r)" % (self.random.choice(self.known("object")), self.pick("a", "b", "z")),
                        lambda: "isinstance(%s, %s)" % (self.random.choice(self.known("object")), self.random.choice(self.classes)[0])]
        return self.random.choice(options)()

    def integer(self, depth=0):
        options = [self.number]
        ints = self.known("int")
        if ints:
            options += [lambda: self.random.choice(ints)] * 4
            options += [lambda: "%s + %d" % (self.random.choice(ints), self.random.randint(1, 3))]
        if depth < 2:
            options += [lambda: "(%s if %s else %s)" % (self.integer(depth + 1), self.test(1), self.integer(depth + 1)),
                        lambda: "max(%s, %s)" % (self.integer(depth + 1), self.integer(depth + 1)),
                        lambda: "(lambda q: q + 1)(%s)" % self.integer(depth + 1),
                        lambda: "int(%r)" % self.number(),
                        lambda: "int('80%%s' %% %d)" % self.random.randint(10, 99)]
            if self.known("list"):
                name = self.random.choice(self.known("list"))
                options += [lambda: "(%s or [%s])[%s]" % (name, self.number(), self.pick("0", "-1")),
                            lambda: "max(%s, default=%s)" % (name, self.number()),
                            lambda: "min(%s, key=lambda q: -q, default=%s)" % (name, self.number()),
                            lambda: "(sorted(%s, reverse=%s) + [%s])[0]" % (name, self.pick("True", "False"), self.number()),
                            lambda: "sum(%s[:1])" % name,
                            lambda: "next(iter(%s), %s)" % (name, self.number()),
                            lambda: "next((q for q in %s if q %% 2), %s)" % (name, self.number()),
                            lambda: "8100 + len(%s)" % name,
                            lambda: "(%s + [%s])[%s]" % (name, self.number(), self.pick("0", "-1"))]
            if self.known("dict"):
                name = self.random.choice(self.known("dict"))
                options += [lambda: "%s.get(%s, %s)" % (name, self.key(), self.integer(depth + 1)),
                            lambda: "%s.get(%s if %s else %s, %s)" % (name, self.key(), self.test(1), self.key(), self.number()),
                            lambda: "%s.setdefault(%s, %s)" % (name, self.key(), self.number()),
                            lambda: "%s.pop(%s, %s)" % (name, self.key(), self.number()),
                            lambda: "8200 + len(%s)" % name,
                            lambda: "dict(zip(%s, [%s, %s])).get('a', %s)" % (name, self.number(), self.number(), self.number())]
            if self.known("object"):
                name = self.random.choice(self.known("object"))
                options += [lambda: "%s.%s" % (name, self.pick("a", "b", "both")),
                            lambda: "getattr(%s, %r, %s)" % (name, self.pick("a", "c"), self.number()),
                            lambda: "%s.take(%s)" % (name, self.integer(depth + 1)),
                            lambda: "%s.__dict__.get('a', %s)" % (name, self.number()),
                            lambda: "%s[%s]" % (name, self.small())]
            if self.functions and not self.inside():
                options += [lambda: self.call()] * 2
        return self.random.choice(options)()

    def inside(self):
        return len(self.scopes) > 1

    def call(self):
        name, parameters = self.random.choice(self.functions)
        given = self.random.randint(parameters[0], parameters[1])
        arguments = [self.integer(2) for _ in range(given)]
        if arguments and self.chance(0.2):
            return "%s(*[%s])" % (name, ", ".join(arguments))
        if arguments and self.chance(0.2):
            return "%s(**{'p0': %s})" % (name, arguments[0]) if given == 1 else "%s(%s)" % (name, ", ".join(arguments))
        return "%s(%s)" % (name, ", ".join(arguments))

    def values(self, depth=0):
        """A list of numbers."""
        options = [lambda: "[%s]" % ", ".join(self.integer(2) for _ in range(self.random.randint(0, 3)))]
        if self.known("list") and depth < 2:
            name = self.random.choice(self.known("list"))
            options += [lambda: name, lambda: "%s[:]" % name, lambda: "%s.copy()" % name, lambda: "list(%s)" % name,
                        lambda: "sorted(%s)" % name, lambda: "%s[%s:%s]" % (name, self.pick("", "1", "-1"), self.pick("", "2", "-1")),
                        lambda: "%s[::-1]" % name, lambda: "list(reversed(%s))" % name,
                        lambda: "%s + %s" % (name, self.values(depth + 1)),
                        lambda: "[q + 1 for q in %s if %s]" % (name, self.pick("q % 2", self.flag())),
                        lambda: "list(map(lambda q: q + 1, %s))" % name,
                        lambda: "list(filter(lambda q: q %% 2, %s))" % name,
                        lambda: "[q for q, r in zip(%s, %s)]" % (name, self.values(2)),
                        lambda: "[8300 + q for q, r in enumerate(%s)]" % name,
                        lambda: "[*%s, %s]" % (name, self.integer(2)),
                        lambda: "%s * %d" % (name, self.random.randint(0, 2)),
                        lambda: "(%s if %s else %s)" % (name, self.test(1), self.values(2)),
                        lambda: "(%s and %s)" % (name, self.values(2)), lambda: "(%s or %s)" % (name, self.values(2))]
        if self.known("dict"):
            name = self.random.choice(self.known("dict"))
            options += [lambda: "list(%s.values())" % name, lambda: "[v for k, v in %s.items()]" % name,
                        lambda: "[v for k, v in sorted(%s.items()) if k > 'a']" % name]
        if self.known("set"):
            options += [lambda: "sorted(%s)" % self.random.choice(self.known("set"))]
        if self.generators and not self.inside():
            options += [lambda: "list(%s(%s))" % (self.random.choice(self.generators), self.integer(2))] * 2
        options += [lambda: "list(range(8400, 840%d))" % self.random.randint(0, 3)]
        return self.random.choice(options)()

    # Statements

    def statements(self, most=3):
        before = len(self.lines)
        self.depth += 1
        for _ in range(self.random.randint(1, most)):
            if self.left > 0:
                self.statement()
        self.depth -= 1
        if len(self.lines) == before:
            self.write("pass")

    def block(self, most=3):
        self.indent += 1
        kept = {kind: list(names) for kind, names in self.scopes[-1].items()}
        self.statements(most)
        self.scopes[-1] = kept
        self.indent -= 1

    def listen(self):
        value = self.integer()
        kind = self.random.random()
        if kind < 0.7:
            self.write("internet.TCPServer(%s, None).setServiceParent(application)" % value)
        elif kind < 0.8:
            self.write("reactor.listenTCP(%s, None)" % value)
        elif kind < 0.9 or not self.known("service"):
            name = self.new("service")
            self.write("%s = internet.TCPServer(%s, None)" % (name, value))
            self.remember("service", name)
            if self.chance(0.7):
                self.write("%s.setServiceParent(application)" % name)
        else:
            name = self.random.choice(self.known("service"))
            self.write(self.pick("{0}.setServiceParent(application)", "if {0}.parent: {0}.disownServiceParent()",
                                 "if {0}.parent is None: {0}.setServiceParent(application)").format(name))

    def statement(self):
        self.left -= 1
        options = [self.listen] * 5 + [self.assign_int] * 3 + [self.assign_list, self.assign_dict, self.assign_set, self.change] * 2
        options += [self.change] * 4
        if self.depth < 4:
            options += [self.branch] * 4 + [self.loop] * 3 + [self.rounds, self.attempt, self.attempt, self.context, self.match]
            if not self.inside():
                options += [self.function, self.generator, self.klass, self.recursion, self.manager]
        options += [self.walrus, self.instance, self.nested, self.closures, self.pieces]
        if self.depth < 4:
            options += [self.endless, self.leaving]
            if not self.inside():
                options += [self.decorated, self.iterator, self.family, self.stopping, self.failure, self.services]
        if self.loops:
            options += [self.leave]
        self.random.choice(options)()

    def assign_int(self):
        ints = self.scopes[-1]["int"]
        if ints and self.chance(0.6):
            name = self.random.choice(ints)
            self.write("%s %s %s" % (name, self.pick("=", "=", "=", "+="), self.integer() if self.chance(0.7) else self.number()))
        elif self.chance(0.15):
            a, b = self.new("int"), self.new("int")
            self.write("%s, %s = %s, %s" % (a, b, self.integer(), self.integer()))
            self.remember("int", a)
            self.remember("int", b)
        else:
            name = self.new("int")
            self.write("%s = %s" % (name, self.integer()))
            self.remember("int", name)

    def assign_list(self):
        lists = self.scopes[-1]["list"]
        name = self.random.choice(lists) if lists and self.chance(0.3) else self.new("list")
        self.write("%s = %s" % (name, self.values()))
        self.remember("list", name)

    def assign_dict(self):
        dicts = self.scopes[-1]["dict"]
        name = self.random.choice(dicts) if dicts and self.chance(0.3) else self.new("dict")
        options = ["{%s}" % ", ".join("%s: %s" % (self.key(), self.integer(2)) for _ in range(self.random.randint(0, 3))),
                   "dict(a=%s, b=%s)" % (self.integer(2), self.integer(2)),
                   "{k: %s for k in 'abc' if %s}" % (self.integer(2), self.pick("k > 'a'", self.flag()))]
        if self.known("dict"):
            other = self.random.choice(self.known("dict"))
            options += ["{**%s, %s: %s}" % (other, self.key(), self.integer(2)), "%s.copy()" % other, "dict(%s)" % other, other,
                        "{k: v for k, v in %s.items() if v %% 2}" % other]
        self.write("%s = %s" % (name, self.random.choice(options)))
        self.remember("dict", name)

    def assign_set(self):
        name = self.new("set")
        self.write("%s = %s" % (name, self.pick("{%s, %s}" % (self.integer(2), self.integer(2)), "set(%s)" % self.values(),
                                               "{q for q in %s}" % self.values())))
        self.remember("set", name)

    def change(self):
        options = []
        if self.known("list"):
            name = self.random.choice(self.known("list"))
            options += ["%s.append(%s)" % (name, self.integer()), "%s.extend(%s)" % (name, self.values()),
                        "%s.insert(%s, %s)" % (name, self.small(), self.integer()), "%s += %s" % (name, self.values()),
                        "%s[:0] = [%s]" % (name, self.integer()), "%s[%s:] = %s" % (name, self.small(), self.values(2)),
                        "del %s[%s:]" % (name, self.small()), "%s.clear()" % name, "%s.reverse()" % name,
                        "%s.sort(reverse=%s)" % (name, self.pick("True", "False")), "if %s: %s.pop(%s)" % (name, name, self.pick("", "0", "-1")),
                        "if %s: %s[%s] = %s" % (name, name, self.pick("0", "-1"), self.integer()),
                        "if %s: del %s[%s]" % (name, name, self.pick("0", "-1")),
                        "if %s in %s: %s.remove(%s)" % (("8001", name, name, "8001"))]
        if self.known("dict"):
            name = self.random.choice(self.known("dict"))
            options += ["%s[%s] = %s" % (name, self.key(), self.integer()), "%s.pop(%s, None)" % (name, self.key()),
                        "%s.update({%s: %s})" % (name, self.key(), self.integer()), "%s.update(%s=%s)" % (name, self.pick("a", "b"), self.integer()),
                        "%s.clear()" % name, "%s.setdefault(%s, %s)" % (name, self.key(), self.integer()),
                        "if %s in %s: del %s[%s]" % ("'a'", name, name, "'a'"),
                        "%s[%s if %s else %s] = %s" % (name, self.key(), self.test(1), self.key(), self.integer()),
                        "if %s: %s.popitem()" % (name, name)]
        if self.known("set"):
            name = self.random.choice(self.known("set"))
            options += ["%s.add(%s)" % (name, self.integer()), "%s.discard(%s)" % (name, self.integer()), "%s |= {%s}" % (name, self.integer()),
                        "%s.update(%s)" % (name, self.values()), "%s -= {%s}" % (name, self.integer()), "%s.clear()" % name]
        if self.known("object"):
            name = self.random.choice(self.known("object"))
            options += ["%s.%s = %s" % (name, self.pick("a", "b", "c", "both"), self.integer()),
                        "setattr(%s, %r, %s)" % (name, self.pick("a", "b"), self.integer()),
                        "%s.__dict__[%r] = %s" % (name, self.pick("a", "b"), self.integer()), "type(%s).b = %s" % (name, self.integer()),
                        "%s.change(%s)" % (name, self.integer()), "vars(%s).update(a=%s)" % (name, self.integer()),
                        "%s.a += 1" % name]
        if self.known("int") and not self.inside():
            options += ["globals()[%r] = %s" % (self.random.choice(self.scopes[0]["int"] or ["zz"]), self.integer())]
        if self.functions and not self.inside():
            options += [self.call()] * 3
        if not options:
            return self.assign_list()
        self.write(self.random.choice(options))

    def branch(self):
        self.write("if %s:" % self.test())
        self.block()
        if self.chance(0.3):
            self.write("elif %s:" % self.test())
            self.block(2)
        if self.chance(0.5):
            self.write("else:")
            self.block(2)

    def loop(self):
        name = self.new("int")
        iterable = self.values()
        if self.known("dict") and self.chance(0.2):
            iterable = "%s.values()" % self.random.choice(self.known("dict"))
            iterable = "list(%s)" % iterable
        elif self.generators and not self.inside() and self.chance(0.4):
            iterable = "%s(%s)" % (self.random.choice(self.generators), self.integer(2))
        elif self.chance(0.2):
            iterable = "(%s, %s)" % (self.integer(2), self.integer(2))
        elif self.known("list") and self.chance(0.3):
            iterable = "list(%s)" % self.random.choice(self.known("list"))
        self.write("for %s in %s:" % (name, iterable))
        self.inside_loop(name)
        if self.chance(0.3):
            self.write("else:")
            self.block(2)

    def inside_loop(self, name):
        self.loops += 1
        self.indent += 1
        kept = {kind: list(names) for kind, names in self.scopes[-1].items()}
        if name:
            self.remember("int", name)
        self.statements(3)
        self.scopes[-1] = kept
        self.indent -= 1
        self.loops -= 1

    def leave(self):
        self.write("if %s: %s" % (self.test(), self.pick("break", "continue")))

    def rounds(self):
        name = self.new("int")
        self.write("%s = 0" % name)
        self.remember("int", name)
        self.write("while %s < %d%s:" % (name, self.random.randint(1, 4), self.pick("", " and " + self.test(1))))
        self.indent += 1
        self.write("%s += 1" % name)
        self.indent -= 1
        kept = list(self.scopes[-1]["int"])
        self.scopes[-1]["int"] = [n for n in kept if n != name]
        self.inside_loop(None)
        self.scopes[-1]["int"] = kept
        if self.chance(0.4):
            self.write("else:")
            self.block(2)

    def failing(self):
        return self.pick("raise ValueError", "raise KeyError('k')", "{}['z']", "[][0]", "int('x')", "1 // 0", "None.foo", "zzz",
                         "if %s: raise ValueError(1)" % self.test(), "if %s: {}['z']" % self.test(), "assert %s" % self.test(),
                         "next(iter([]))", "os.environ[%r]" % self.pick(*FLAGS), "int(os.environ[%r])" % self.pick(*FLAGS),
                         "[].remove(1)", "[1].index(2)", "a, b = [1]")

    def attempt(self):
        self.write("try:")
        self.indent += 1
        kept = {kind: list(names) for kind, names in self.scopes[-1].items()}
        self.statements(2)
        self.write(self.failing())
        if self.chance(0.6):
            self.statements(2)
        self.scopes[-1] = kept
        self.indent -= 1
        if self.chance(0.4):
            self.write("except %s:" % self.pick("ValueError", "KeyError", "(KeyError, ValueError)", "LookupError"))
            self.block(2)
        self.write(self.pick("except Exception:", "except:", "except Exception as error:"))
        self.block(2)
        if self.chance(0.3):
            self.write("else:")
            self.block(2)
        if self.chance(0.3):
            self.write("finally:")
            self.block(2)

    def context(self):
        if self.classes and self.chance(0.5):
            self.write("with %s():" % self.random.choice(self.classes)[0])
        else:
            self.write("with contextlib.suppress(%s):" % self.pick("Exception", "KeyError, ValueError, LookupError, ArithmeticError, AttributeError, NameError, AssertionError, StopIteration, TypeError"))
            self.indent += 1
            kept = {kind: list(names) for kind, names in self.scopes[-1].items()}
            self.statements(2)
            self.write(self.failing())
            self.statements(1)
            self.scopes[-1] = kept
            self.indent -= 1
            return
        self.block(2)

    def match(self):
        if self.known("int"):
            self.write("match %s:" % self.random.choice(self.known("int")))
            self.indent += 1
            self.write("case %s%s:" % (self.number(), self.pick("", " | %s" % self.number(), " if %s" % self.flag())))
            self.block(1)
            self.write("case q:")
            self.block(1)
            self.indent -= 1
        else:
            self.branch()

    def walrus(self):
        name = self.new("int")
        self.write("%s = %s" % (name, self.number()))
        self.remember("int", name)
        self.write(self.pick("%s and (%s := %s)" % (self.flag(), name, self.number()), "%s or (%s := %s)" % (self.flag(), name, self.number()),
                             "[%s := q for q in %s]" % (name, self.values()) if not self.inside() or True else "pass",
                             "(%s := %s) if %s else None" % (name, self.number(), self.flag()),
                             "any((%s := q) %% 2 for q in %s)" % (name, self.values())))

    def body(self, parameters, most=4):
        scope = self.names()
        scope["int"] = list(parameters)
        loops, self.loops = self.loops, 0
        outer, self.scopes = self.scopes, [{"int": [], "list": list(self.scopes[0]["list"]), "dict": list(self.scopes[0]["dict"]), "set": [],
                                            "object": [], "service": [], "callable": []}, scope]
        self.indent += 1
        self.statements(most)
        self.indent -= 1
        self.scopes = outer
        self.loops = loops

    def function(self):
        name = self.new("function")
        ints = self.scopes[0]["int"]
        default = self.random.choice(ints) if ints and self.chance(0.5) else self.number()
        parameters = ["p0"] if self.chance(0.7) else []
        required = len(parameters)
        if self.chance(0.6):
            parameters.append("p%d" % len(parameters))
        names = list(parameters)
        if len(parameters) > required:
            parameters[-1] += "=" + default
        self.write("def %s(%s):" % (name, ", ".join(parameters)))
        if ints and self.chance(0.2):
            self.indent += 1
            self.write("global %s" % self.random.choice(ints))
            self.indent -= 1
        if self.chance(0.25):
            self.indent += 1
            inner, cell = self.new("function"), self.new("int")
            self.write("%s = %s" % (cell, self.number()))
            self.write("def %s():" % inner)
            self.write("    nonlocal %s" % cell)
            self.write("    %s += 1" % cell)
            self.write("    return %s" % cell)
            self.write("if %s: %s()" % (self.test(1) if not names else self.flag(), inner))
            names = names + [cell]
            self.indent -= 1
        self.body(names)
        self.indent += 1
        if self.chance(0.3):
            self.write("if %s: return %s" % (self.flag(), self.number()))
            self.indent -= 1
            self.body(names, 2)
            self.indent += 1
        self.write("return %s" % (self.random.choice(names) if names and self.chance(0.7) else self.number()))
        self.indent -= 1
        self.functions.append((name, (required, len(parameters))))

    def generator(self):
        name = self.new("generator")
        self.write("def %s(p0):" % name)
        self.indent += 1
        for _ in range(self.random.randint(1, 3)):
            kind = self.random.random()
            if kind < 0.3:
                self.write("yield %s" % self.pick("p0", self.number()))
            elif kind < 0.5:
                self.write("if %s: yield %s" % (self.flag(), self.number()))
            elif kind < 0.7:
                self.write("for q in %s:" % self.pick("(1, 2)", "range(2)"))
                self.write("    yield p0 + q")
            elif kind < 0.8:
                self.write("internet.TCPServer(%s, None).setServiceParent(application)" % self.number())
                self.write("yield %s" % self.number())
            elif kind < 0.9:
                self.write("yield from [%s, %s]" % (self.number(), self.number()))
            else:
                self.write("try:")
                self.write("    yield %s" % self.number())
                self.write("finally:")
                self.write("    internet.TCPServer(%s, None).setServiceParent(application)" % self.number())
        self.write("yield %s" % self.number())
        self.indent -= 1
        self.generators.append(name)

    def manager(self):
        name = self.new("manager")
        self.write("@contextlib.contextmanager")
        self.write("def %s():" % name)
        self.indent += 1
        self.write("internet.TCPServer(%s, None).setServiceParent(application)" % self.number() if self.chance(0.5) else "pass")
        if self.chance(0.5):
            self.write("try:")
            self.write("    yield %s" % self.number())
            self.write(self.pick("except ValueError:", "finally:", "except Exception:"))
            self.write("    internet.TCPServer(%s, None).setServiceParent(application)" % self.number())
        else:
            self.write("yield %s" % self.number())
            self.write("internet.TCPServer(%s, None).setServiceParent(application)" % self.number())
        self.indent -= 1
        target = self.new("int")
        self.write("with contextlib.suppress(Exception):")
        self.indent += 1
        self.write("with %s() as %s:" % (name, target))
        self.indent += 1
        self.statements(2)
        if self.chance(0.5):
            self.write(self.failing())
        self.indent -= 2

    def klass(self):
        name = self.new("class").capitalize()
        base = "(%s)" % self.random.choice(self.classes)[0] if self.classes and self.chance(0.4) else ""
        self.write("class %s%s:" % (name, base))
        self.indent += 1
        self.write("b = %s" % self.number())
        if not base or self.chance(0.3):
            self.write("def __init__(self, a=%s):" % self.number())
            if base:
                self.write("    super().__init__(a)")
            self.write("    self.a = a")
            if self.chance(0.4):
                self.write("    if %s: self.b = %s" % (self.flag(), self.number()))
        if not base or self.chance(0.3):
            self.write("def take(self, q):")
            self.write("    %s" % self.pick("self.a = q", "if %s: return self.b" % self.flag(), "pass"))
            self.write("    return %s" % self.pick("self.a", "q", "q + 1"))
        if not base or self.chance(0.3):
            self.write("def change(self, q):")
            self.body(["q"], 2)
            self.write("    %s" % self.pick("self.b = q", "self.a += 1", "internet.TCPServer(self.a, None).setServiceParent(application)"))
        if not base or self.chance(0.3):
            self.write("@property")
            self.write("def both(self): return self.%s" % self.pick("a", "b"))
            self.write("@both.setter")
            self.write("def both(self, q):")
            self.write("    self.a = q")
            if self.chance(0.4):
                self.write("    internet.TCPServer(%s, None).setServiceParent(application)" % self.number())
        if not base:
            self.write("def __getitem__(self, q): return %s" % self.pick("8500 + q", "self.a", "self.b"))
            self.write("def __enter__(self): return self")
            self.write("def __exit__(self, *q):")
            self.write("    %s" % self.pick("self.a = 1", "internet.TCPServer(%s, None).setServiceParent(application)" % self.number()))
            self.write("    return %s" % self.pick("True", "None", "bool(%s)" % self.flag()))
        self.indent -= 1
        self.classes.append((name,))

    def instance(self):
        if not self.classes:
            return self.assign_int()
        name = self.new("object")
        other = self.known("object")
        self.write("%s = %s" % (name, self.random.choice(other) if other and self.chance(0.3) else "%s(%s)" % (
            self.random.choice(self.classes)[0], self.pick("", self.integer()))))
        self.remember("object", name)

    def recursion(self):
        name = self.new("recursive")
        self.write("def %s(n, p):" % name)
        self.write("    if n <= 0: return p")
        self.write("    %s" % self.pick("internet.TCPServer(p + n, None).setServiceParent(application)", "if %s: return p" % self.flag(), "p += 1"))
        self.write("    return %s(n - 1, %s)" % (name, self.pick("p", "p + 1")))
        result = self.new("int")
        self.write("%s = %s(%d, %s)" % (result, name, self.random.randint(1, 8), self.integer()))
        self.remember("int", result)

    def nested(self):
        """Containers in containers, aliases, and several targets."""
        name, other = self.new("nested"), self.new("nested")
        a, b = self.new("list"), self.new("int")
        kind = self.random.randint(0, 7)
        if kind == 0:
            self.write("%s = {'x': [%s], 'y': [%s]}" % (name, self.integer(2), self.integer(2)))
            self.write("%s['x' if %s else 'y'].append(%s)" % (name, self.flag(), self.integer(2)))
            self.write("%s = %s[%s]" % (a, name, self.pick("'x'", "'y'")))
        elif kind == 1:
            self.write("%s = [[%s], [%s]]" % (name, self.integer(2), self.integer(2)))
            self.write("for %s in %s: %s.append(%s)" % (other, name, other, self.number()))
            self.write("%s = %s[%s]" % (a, name, self.pick("0", "-1")))
        elif kind == 2:
            self.write("%s = %s = [%s]" % (a, other, self.integer(2)))
            self.write("if %s: %s = %s" % (self.flag(), other, self.values()))
            self.write("%s.append(%s)" % (other, self.number()))
        elif kind == 3:
            self.write("%s, *%s = [%s, %s] + %s" % (b, a, self.integer(2), self.integer(2), self.values()))
            self.remember("int", b)
        elif kind == 4:
            self.write("%s = [(%s, 'a'), (%s, 'b')]" % (name, self.integer(2), self.integer(2)))
            self.write("%s = [p for p, w in %s if %s]" % (a, name, self.pick("w == 'a'", "w != 'a' or %s" % self.flag())))
        elif kind == 5:
            self.write("%s = [lambda q=%s: q, lambda: %s]" % (name, self.integer(2), self.integer(2)))
            self.write("%s = [w() for w in %s]" % (a, name))
        elif kind == 6:
            self.write("%s = list(zip(%s, 'abc'))" % (name, self.values()))
            self.write("%s = [w[0] for w in sorted(%s, key=lambda w: w[1], reverse=%s)]" % (a, name, self.pick("True", "False")))
        else:
            self.write("%s = {w: n for n, w in enumerate('abc', %s)}" % (name, self.number()))
            self.write("%s = [%s[w] for w in %s if w in %s]" % (a, name, self.pick("'ab'", "'cba'", "('a', 'z')"), name))
        self.remember("list", a)

    def closures(self):
        name, cell = self.new("closure"), self.new("int")
        kind = self.random.randint(0, 3)
        if kind == 0:
            self.write("%s = [lambda: q for q in %s]" % (name, self.values()))
            self.write("for w in %s: internet.TCPServer(w(), None).setServiceParent(application)" % name)
        elif kind == 1:
            self.write("def %s(p, kept=[]):" % name)
            self.write("    kept.append(p)")
            self.write("    return kept")
            self.write("%s(%s)" % (name, self.integer(2)))
            self.write("if %s: %s(%s)" % (self.flag(), name, self.integer(2)))
            self.write("for w in %s(%s): internet.TCPServer(w, None).setServiceParent(application)" % (name, self.number()))
        elif kind == 2:
            self.write("def %s(*p, **k): return k.get('z', p[0] if p else %s)" % (name, self.number()))
            self.write("%s = %s(%s)" % (cell, name, self.pick("", self.integer(2), "z=" + self.integer(2), "*%s" % self.values(), "**{'z': %s}" % self.integer(2))))
            self.remember("int", cell)
        else:
            self.write("def %s():" % name)
            self.write("    n = %s" % self.number())
            self.write("    def step():")
            self.write("        nonlocal n")
            self.write("        n += 1")
            self.write("        return n")
            self.write("    return step")
            self.write("%s = %s()" % (cell, name))
            self.write("if %s: %s()" % (self.flag(), cell))
            self.write("internet.TCPServer(%s(), None).setServiceParent(application)" % cell)

    def pieces(self):
        """Ports out of text."""
        name = self.new("int")
        text = self.pick("'81%02d'" % self.random.randint(0, 99), "'8200,8201'", "'p=8202'", "' 8203 '", "'tcp:8204'", "'x8205y'")
        value = {"'8200,8201'": self.pick("%s.split(',')[%s]" % (text, self.pick("0", "-1")), "%s.partition(',')[2]" % text, "%s[:4]" % text),
                 "'p=8202'": self.pick("%s.split('=')[1]" % text, "%s[2:]" % text, "%s.replace('p=', '')" % text, "%s.lstrip('p=')" % text),
                 "' 8203 '": "%s.strip()" % text, "'tcp:8204'": self.pick("%s.rsplit(':', 1)[-1]" % text, "%s[%s.index(':') + 1:]" % (text, text)),
                 "'x8205y'": self.pick("%s[1:-1]" % text, "''.join(c for c in %s if c.isdigit())" % text)}.get(text, text)
        if self.chance(0.4):
            value = "f'{%s}'" % self.integer(2) if self.chance(0.5) else "'%%d' %% %s" % self.integer(2)
        self.write("%s = int(%s)" % (name, value))
        self.remember("int", name)

    def endless(self):
        name = self.new("int")
        self.write("%s = %s" % (name, self.number()))
        self.write("while True:")
        self.indent += 1
        self.write("%s += 1" % name)
        self.write("if %s > %d: break" % (name, self.port + self.random.randint(0, 3)))
        self.indent -= 1
        self.inside_loop(None)
        self.remember("int", name)

    def leaving(self):
        """Loops and functions that are left from within try, with and loops."""
        name = self.new("leaving")
        result = self.new("int")
        self.write("def %s(p):" % name)
        self.write("    for q in (p, p + 1, p + 2):")
        self.write("        try:")
        self.write("            if %s: %s" % (self.flag(), self.pick("break", "continue", "return q", "raise ValueError", "{}['z']")))
        self.write("            %s" % self.pick("pass", "p += 1", "internet.TCPServer(q, None).setServiceParent(application)"))
        if self.chance(0.5):
            self.write("        except %s:" % self.pick("ValueError", "KeyError", "Exception"))
            self.write("            %s" % self.pick("p += 5", "return p", "continue", "break"))
            self.write("        except Exception: pass")
        else:
            self.write("        except Exception: pass")
        self.write("        finally:")
        self.write("            %s" % self.pick("p += 1", "internet.TCPServer(%s, None).setServiceParent(application)" % self.number(), "if %s: break" % self.flag()))
        self.write("    else:")
        self.write("        p += 100")
        self.write("    return p")
        self.write("%s = %s(%s)" % (result, name, self.integer(2)))
        self.remember("int", result)

    def decorated(self):
        name, wrapper = self.new("decorated"), self.new("wrapper")
        self.write("def %s(f):" % wrapper)
        self.write("    def inner(*p):")
        self.write("        %s" % self.pick("if %s: return %s" % (self.flag(), self.number()), "pass", "internet.TCPServer(%s, None).setServiceParent(application)" % self.number()))
        self.write("        return f(*p)%s" % self.pick("", " + 1"))
        self.write("    return %s" % self.pick("inner", "inner", "f"))
        self.write("@%s" % wrapper)
        self.write("def %s(p): return p" % name)
        self.functions.append((name, (1, 1)))

    def iterator(self):
        name = self.new("class").capitalize()
        self.write("class %s:" % name)
        self.write("    def __init__(self, n): self.n = n")
        self.write("    def __iter__(self): return self")
        self.write("    def __next__(self):")
        self.write("        if self.n <= 0%s: raise StopIteration" % self.pick("", " or " + self.flag()))
        self.write("        self.n -= 1")
        self.write("        return %s + self.n" % self.number())
        listed = self.new("list")
        self.write("%s = [%s]" % (listed, self.number()))
        self.write("for q in %s(%d): %s.append(q)" % (name, self.random.randint(0, 3), listed))
        self.remember("list", listed)

    def family(self):
        """Inheritance from two sides, class methods, static methods and attributes of classes."""
        a, b, c = (self.new("class").capitalize() for _ in range(3))
        result = self.new("int")
        self.write("class %s:" % a)
        self.write("    port = %s" % self.number())
        self.write("    def get(self): return self.port")
        self.write("    @classmethod")
        self.write("    def set(cls, q): cls.port = q")
        self.write("    @staticmethod")
        self.write("    def plus(q): return q + 1")
        self.write("class %s(%s):" % (b, a))
        self.write("    %s" % self.pick("port = %s" % self.number(), "def get(self): return super().get() + 1", "pass"))
        self.write("class %s(%s):" % (c, self.pick("%s, %s" % (b, a), b, a)))
        self.write("    if %s: port = %s" % (self.flag(), self.number()))
        self.write("    else: other = 1")
        self.write("if %s: %s.set(%s)" % (self.flag(), self.pick(a, b, c), self.number()))
        self.write("%s = %s" % (result, self.pick("%s().get()" % c, "%s.port" % c, "%s.plus(%s().port)" % (a, b), "getattr(%s, 'port')" % b)))
        self.remember("int", result)

    def stopping(self):
        """Generators that are left before their end."""
        name = self.new("generator")
        self.write("def %s():" % name)
        self.write("    for q in range(%s, %d):" % (self.number(), self.port + self.random.randint(1, 4)))
        self.write("        try:")
        self.write("            yield q")
        self.write("        %s" % self.pick("finally: internet.TCPServer(%s, None).setServiceParent(application)" % self.number(), "except ValueError: pass"))
        self.write("    internet.TCPServer(%s, None).setServiceParent(application)" % self.number())
        kind = self.random.randint(0, 3)
        if kind == 0:
            self.write("for w in %s():" % name)
            self.write("    internet.TCPServer(w, None).setServiceParent(application)")
            self.write("    %s" % self.pick("break", "if %s: break" % self.flag(), "continue"))
        elif kind == 1:
            kept = self.new("kept")
            self.write("%s = %s()" % (kept, name))
            self.write("internet.TCPServer(next(%s), None).setServiceParent(application)" % kept)
            if self.chance(0.5):
                self.write("internet.TCPServer(next(%s, %s), None).setServiceParent(application)" % (kept, self.number()))
            if self.chance(0.5):
                self.write("for w in %s: internet.TCPServer(w, None).setServiceParent(application)" % kept)
        elif kind == 2:
            self.write("%s()" % name)
        else:
            self.write("if %s in %s(): internet.TCPServer(%s, None).setServiceParent(application)" % (self.number(), name, self.number()))

    def failure(self):
        """Exceptions of one's own that pass through functions."""
        error, name = self.new("class").capitalize(), self.new("failing")
        result = self.new("int")
        self.write("class %s(%s):" % (error, self.pick("Exception", "ValueError", "KeyError")))
        self.write("    def __init__(self, port): self.port = port")
        self.write("def %s(p):" % name)
        self.write("    if %s: raise %s(p)" % (self.flag(), error))
        self.write("    %s" % self.pick("return p + 1", "raise %s(p + 2)" % error, "{}['z']"))
        self.write("%s = %s" % (result, self.number()))
        self.write("try:")
        self.write("    %s = %s(%s)" % (result, name, self.integer(2)))
        self.write("except %s as failure: %s = failure.port" % (error, result))
        self.write("except Exception: %s" % self.pick("pass", "%s = %s" % (result, self.number())))
        self.remember("int", result)

    def services(self):
        """Services in groups."""
        group, name = self.new("group"), self.new("service")
        self.write("%s = service.MultiService()" % group)
        self.write("for w in %s: internet.TCPServer(w, None).setServiceParent(%s)" % (self.values(), group))
        self.write("%s = internet.TCPServer(%s, None)" % (name, self.integer(2)))
        self.write(self.pick("%s.addService(%s)" % (group, name), "%s.setServiceParent(%s if %s else application)" % (name, group, self.flag()), "pass"))
        self.write(self.pick("%s.setServiceParent(application)" % group, "if %s: %s.setServiceParent(application)" % (self.flag(), group)))
        self.remember("service", name)

    def program(self):
        while self.left > 0:
            self.statement()
        for name in self.scopes[0]["list"][:2]:
            self.write("for q in %s: internet.TCPServer(q, None).setServiceParent(application)" % name)
        for name in self.scopes[0]["int"][:3]:
            self.write("internet.TCPServer(%s, None).setServiceParent(application)" % name)
        for name in self.scopes[0]["dict"][:1]:
            self.write("for q in %s.values(): internet.TCPServer(q, None).setServiceParent(application)" % name)
        return "\n".join(self.lines) + "\n"


class TooLong(BaseException):
    pass


def line():
    """The line of the program that called."""
    frame = sys._getframe(1)
    while frame.f_code.co_filename != "x.tac":
        frame = frame.f_back
    return frame.f_lineno


def run(code, setting):
    """The pairs of line and port that a program opens under a setting."""
    opened, applications = [], []

    class Service:
        parent = name = None

        def setName(self, name):
            self.name = name

        def setServiceParent(self, parent):
            if self.parent is not None:
                self.parent.services.remove(self)
            self.parent = parent
            parent.services.append(self)

        def disownServiceParent(self):
            self.parent.services.remove(self)
            self.parent = None

        def startService(self):
            pass

    class MultiService(Service):
        def __init__(self):
            self.services = []

        def __iter__(self):
            return iter(self.services)

        def addService(self, service):
            service.setServiceParent(self)

        def getServiceNamed(self, name):
            return next(service for service in self if service.name == name)

        def startService(self):
            for service in self.services:
                service.startService()

    class TCPServer(Service):
        def __init__(self, port, factory):
            self.place = (line(), port)

        def startService(self):
            opened.append(self.place)

    class Application(MultiService):
        def __init__(self, name):
            MultiService.__init__(self)
            applications.append(self)

    direct = []
    modules = {}
    for name in ("twisted", "twisted.application", "twisted.application.internet", "twisted.application.service",
                 "twisted.internet", "twisted.internet.reactor"):
        modules[name] = types.ModuleType(name)
    modules["twisted.application"].internet = modules["twisted.application.internet"]
    modules["twisted.application"].service = modules["twisted.application.service"]
    modules["twisted.internet"].reactor = modules["twisted.internet.reactor"]
    modules["twisted.application.internet"].TCPServer = TCPServer
    modules["twisted.application.service"].Application = Application
    modules["twisted.application.service"].MultiService = MultiService
    modules["twisted.application.service"].Service = Service
    modules["twisted.internet.reactor"].listenTCP = lambda port, factory=None: direct.append((line(), port))
    sys.modules.update(modules)
    for flag, value in zip(FLAGS, setting):
        os.environ.pop(flag, None)
        if value not in (0, None):
            os.environ[flag] = str(value)
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    try:
        exec(code, {"__name__": "__main__"})
        for application in applications:
            application.startService()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    places = opened + direct
    if any(type(port) is not int for _, port in places):
        raise TypeError("a port that is no number")
    return sorted(set(places))


def too_long(*_):
    raise TooLong


def main():
    signal.signal(signal.SIGALRM, too_long)
    import warnings

    warnings.simplefilter("ignore")
    first, count = int(sys.argv[1]), int(sys.argv[2])
    for seed in range(first, first + count):
        # Every third program is made of snippets.
        if seed % 3 == 0:
            source = Snippets(random.Random(seed), PRELUDE, FLAGS).program()
        else:
            source = Writer(seed).program()
        try:
            code = compile(source, "x.tac", "exec")
            runs = [run(code, setting) for setting in itertools.product((0, 1), repeat=3)]
        except (Exception, TooLong, SystemExit) as error:
            if os.environ.get("SHOW_ERRORS"):
                print(seed, type(error), error, file=sys.stderr)
            continue
        print(json.dumps({"seed": seed, "source": source, "runs": runs}))


if __name__ == "__main__":
    main()
