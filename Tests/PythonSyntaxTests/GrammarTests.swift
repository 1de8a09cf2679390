import PythonSyntax
import Testing

func parse(_ text: String) -> SyntaxTree {
  var names = NameTable()
  return SyntaxTree.parse(Array(text.utf8), names: &names)
}

@Suite struct GrammarTests {
  @Test(arguments: [
    "x = 1\r\ny = 2\r\n", "x = 1\ry = 2\r", "if x:\n\ty\n        z\n", "\u{0C}x = 1\n", "x = (1 +\n  2)\n",
    "x = 1 + \\\n 2\n",
    "def f(a, b=1, *c, **d): pass\n", "lambda *a, **k: (a, k)\n", "x = a if b else c\n",
    "[x for x in y if z for w in x]\n",
    "x = {1: 2, 3: y}\n", "x = {a for a in b}\n", "a[1:2, ..., ::3]\n", "a.b.c(d)(e)[f].g\n", "not a in b is not c\n",
    "x = y = z, = 1,\n", "x += 1; y //= 2; z **= 3\n", "for a, in b: pass\nelse: pass\n", "while 1: break\n",
    "with a as b, c: pass\n", "try:\n pass\nexcept (A, B) as e:\n pass\nelse: pass\nfinally: pass\n",
    "@a.b(c)\n@d\ndef f(): yield\n", "class A: pass\n", "class A(B, C): x = 1\n", "global a, b\n", "assert a, b\n",
    "del a[0], b\n",
    "from . import a\n", "from ...a.b import (c as d,)\n", "from a import *\n", "import a.b as c, d\n",
    "x = 1if y else 2\n",
    "print(x)\n", "print\n", "exec(x)\n", "async = 1\n", "match = x\nmatch(y)\nmatch[0]\n", "type = 1\n", "1..real\n",
    "x = 'a' \"b\" r'c'\n",
  ])
  func readsWhatBothPythonsShare(_ text: String) {
    let tree = parse(text)
    #expect(tree.notes == [])
    #expect(tree.evidence == [])
  }

  @Test(arguments: [
    ("print 'x'", "a print statement"), ("print x, y", "a print statement"), ("print >>f, x,", "a print statement"),
    ("print [1]", "a print statement"), ("exec 'x' in d", "an exec statement"), ("raise A, b, c", "raise with a comma"),
    ("try: pass\nexcept A, e: pass", "except with a comma"), ("x = `y`", "backquotes"), ("x <> y", "the operator <>"),
    ("x = 10L", "a long integer"), ("x = 0777", "an octal number without 0o"), ("x = ur'\\d'", "a ur string"),
    ("def f(a, (b, c)): pass", "a tuple parameter"),
  ])
  func recognisesPython2(_ text: String, _ construct: String) {
    let tree = parse("\n" + text + "\n")
    #expect(tree.notes == [])
    #expect(tree.evidence.map(\.construct) == [construct])
    #expect(tree.evidence.allSatisfy { $0.generation == 2 && $0.line >= 2 })
  }

  @Test(arguments: [
    ("f'{x}'", "a format string"), ("f'{x!r:>{w}}'", "a format string"), ("f\"{d[\"k\"]}\"", "a format string"),
    ("rf'{x}\\d'", "a format string"), ("t'{x}'", "a template string"), ("x: int = 1", "an annotated variable"),
    ("def f(a: int): pass", "an annotated function"), ("def f() -> int: pass", "an annotated function"),
    ("async def f(): pass", "async"), ("(y := 1)", "an assignment expression"), ("nonlocal x", "nonlocal"),
    ("match x:\n case 1: pass\n case A(b=c) as d if d: pass", "match"), ("match (x):\n case _: pass", "match"),
    ("raise A from b", "raise ... from"), ("a, *b = c", "a starred target"),
    ("def f(a, /): pass", "positional-only parameters"),
    ("def f(*, a): pass", "keyword-only parameters"), ("class A(metaclass=B): pass", "a class with keyword arguments"),
    ("x = 1_000", "an underscore in a number"), ("print(x, file=f)", "print with keyword arguments"),
    ("type A[T] = list[T]", "a type alias"), ("def f[T](a): pass", "type parameters"), ("yield from x", "yield from"),
    ("with (a as b, c as d): pass", "with items in brackets"), ("try: pass\nexcept* A: pass", "except*"),
    ("x = a @ b", "the operator @"), ("x = {**a}", "an unpacked dictionary"),
  ])
  func recognisesPython3(_ text: String, _ construct: String) {
    let tree = parse("\n" + text + "\n")
    #expect(tree.notes == [])
    #expect(tree.evidence.contains { $0.construct == construct })
    #expect(tree.evidence.allSatisfy { $0.generation == 3 && $0.line >= 2 })
  }

  @Test(arguments: [
    "x = = 1\n", "def 1(): pass\n", "x = (1, ]\n", "x = 'open\n", "if :\n  a\n  b\n", "x = (\n", "f(a,\n",
    "x = \"\"\"\n", "?\n",
    "for x y:\n  z\n", "class :\n  def f(self):\n    pass\n", "  x = $\n",
  ])
  func skipsOnlyTheStatementItCannotRead(_ text: String) {
    let tree = parse("before = 1\n" + text + "after = 2\nlast = 3\n")
    #expect(!tree.notes.isEmpty)
    #expect(tree.notes.allSatisfy { $0.line >= 2 })
    let kinds = tree.list(tree.body).suffix(2).compactMap { tree.node($0)?.kind }
    #expect(kinds == [.assign, .assign])
    #expect(tree.list(tree.body).count >= 3)
  }

  @Test(arguments: [
    ("0777", 511), ("0o17", 15), ("0xFFL", 255), ("0b101", 5), ("1_000", 1000), ("10L", 10), ("0", 0),
    ("9223372036854775807", Int.max),
  ])
  func readsIntegers(_ text: String, _ value: Int) { #expect(NumberLiteral(Array(text.utf8)[...]) == .integer(value)) }

  @Test(arguments: ["9223372036854775808", "1j", "0x", "089", ""])
  func leavesNumbersThatItCannotHold(_ text: String) { #expect(NumberLiteral(Array(text.utf8)[...]) == nil) }

  @Test(arguments: [
    (#"'a\n'"#, "a\n"), (#"r'a\n'"#, #"a\n"#), (#""\x41\101\u00e9""#, "AAé"), (#"b'\u00e9'"#, #"\u00e9"#),
    ("'''a\r\nb'''", "a\nb"),
    (#"'\q'"#, #"\q"#), ("'a\\\nb'", "ab"), ("''", ""), (#"u'\N'"#, #"\N"#),
  ])
  func readsStrings(_ literal: String, _ value: String) {
    #expect(StringLiteral.value(Array(literal.utf8)[...]) == value)
  }

  @Test func decodesAsDeclared() {
    func text(_ bytes: [UInt8]) -> SourceText { SourceText(bytes) }
    let accent: [UInt8] = [0x27, 0xE9, 0x27]
    #expect(text(Array("# -*- coding: latin-1 -*-\n".utf8) + accent).bytes.suffix(3) == [0xC3, 0xA9, 0x27])
    #expect(text(Array("#!x\n# vim: set fileencoding=cp1252 :\n".utf8) + [0x80]).bytes.suffix(3) == [0xE2, 0x82, 0xAC])
    #expect(text([0xEF, 0xBB, 0xBF] + Array("x".utf8)).bytes == Array("x".utf8))
    #expect(text(accent).encoding == "latin-1")
    #expect(text(accent).notes.count == 1)
    #expect(text(Array("x = 1\n# coding: latin-1\n".utf8)).encoding == "utf-8")
    #expect(text(Array("# coding: koi8-r\n".utf8) + accent).notes.count == 1)
  }

  @Test func knowsItsLines() {
    let source = SourceText(Array("a\r\nb\rc\nd".utf8))
    #expect([0, 3, 5, 7].map { source.line(at: $0) } == [1, 2, 3, 4])
  }
}
