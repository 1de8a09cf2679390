import Glibc
import PythonSyntax
import Testing

/// Source made to hurt: every case must end soon, without a crash, and the statement after it must still be read.
@Suite struct HostileSourceTests {
  static let sources: [(name: String, text: String)] = [
    ("nested brackets", String(repeating: "(", count: 100_000) + "\n"),
    ("a call on every line, none closed", String(repeating: "f(\n", count: 100_000)),
    ("lists that never close", String(repeating: "[1,2,\n(3,{4:\n", count: 50_000)),
    ("a million tokens on one line", "x = [" + String(repeating: "a,", count: 500_000) + "]\n"),
    ("a sum of a million terms", "x = 1" + String(repeating: "+1", count: 500_000) + "\n"),
    ("a chain of attributes", "x" + String(repeating: ".a()", count: 200_000) + "\n"),
    ("unary operators", "x = " + String(repeating: "-", count: 500_000) + "1\n"),
    ("lambdas", String(repeating: "lambda:", count: 100_000) + "\n"),
    ("conditional expressions", "x = 1" + String(repeating: " if 1 else 1", count: 100_000) + "\n"),
    ("format strings in format strings", String(repeating: "f'{", count: 200_000) + "\n"),
    ("triple format strings", String(repeating: "f'''{", count: 200_000) + "\n"),
    (
      "unterminated triple quotes",
      String(repeating: "\"\"\"x\n'''\n", count: 1) + String(repeating: "'''", count: 99_999)
    ),
    ("backquotes", String(repeating: "`", count: 300_000) + "\n"),
    ("match at every word", String(repeating: "match -", count: 100_000) + "\n"),
    ("ever deeper blocks", (0..<1000).map { String(repeating: " ", count: $0) + "if a:\n" }.joined()),
    ("a ladder of elif", "if a:\n b\n" + String(repeating: "elif c:\n d\n", count: 100_000)),
    ("NUL bytes", String(repeating: "\0", count: 100_000) + "\n"),
    ("a lone backslash", "x = 1 \\"),
    ("an empty file", ""),
  ]

  @Test(arguments: sources.map(\.name)) func endsSoon(_ name: String) throws {
    let source = try #require(Self.sources.first { $0.name == name })
    var names = NameTable()
    let start = Self.processorTime()
    _ = SyntaxTree.parse(Array(source.text.utf8), names: &names)
    #expect(Self.processorTime() - start < 10)
  }

  /// The seconds that this thread has run, which other work on the machine does not add to.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test func aTableOfDataIsSkippedAndWhatFollowsIsRead() {
    var names = NameTable()
    let text = "x = [" + String(repeating: "1,", count: 1_200_000) + "]\ny = 2\n"
    let tree = SyntaxTree.parse(Array(text.utf8), names: &names)
    #expect(tree.isWhole)
    #expect(tree.list(tree.body).count == 1)
    #expect(tree.notes.count == 1)
    #expect(tree.nodes.count < 100)
  }

  @Test func denseCodeIsReadUpToALimit() {
    var names = NameTable()
    let tree = SyntaxTree.parse(Array(String(repeating: "a=1\n", count: 800_000).utf8), names: &names)
    #expect(!tree.isWhole)
    #expect(tree.list(tree.body).count > 400_000)
    #expect(tree.nodes.count < 1_600_000)
  }

  @Test func everyPrefixOfASourceIsReadWithoutACrash() {
    let bytes = Array(
      """
      # coding: utf-8
      @implementer(I)
      class A(B, metaclass=C):
        async def f(self, *a: int, b=1, **k) -> None:
          return f"{x!r:>{width}} {y['k']}" + rb'\\x' + `z` + 0x1F + 1e-5
      print >>f, "x", 'y' % (1, 2),
      try: exec code in d
      except E, e: raise A, b, c
      match p:
        case [1, *r] if r: pass
      x[1:2, ::3] = {**a, 'b': [i for i in y if i], (yield)}
      """.utf8)
    for length in 0...bytes.count {
      var names = NameTable()
      _ = SyntaxTree.parse(Array(bytes.prefix(length)), names: &names)
    }
  }

  /// A statement that is too large to be read is not one that Python would refuse.
  @Test(arguments: [
    ("if a: x\n", "elif b: ", "else: y\n"), ("match a:\n", " case 1: ", ""), ("try: x\n", "except A: ", ""),
  ])
  func whatIsTooLargeIsNoFault(start: String, clause: String, end: String) {
    let line = clause + "x = [" + String(repeating: "1, ", count: 60) + "]\n"
    let source = start + String(repeating: line, count: 20_000) + end + "z = 1\n"
    var names = NameTable()
    let tree = SyntaxTree.parse(Array(source.utf8), names: &names)
    #expect(tree.fault == nil)
    #expect(tree.notes.contains { $0.message.contains("too large") })
  }

  /// `global` and `nonlocal` look through the scope, which many of them in a large one must not do each.
  @Test func declarationsAreCheckedInLine() {
    let body = (0..<40_000).map { "  global g\($0)\n  g\($0) = 1\n" }.joined()
    var names = NameTable()
    let tree = SyntaxTree.parse(Array(("def f():\n" + body).utf8), names: &names)
    #expect(tree.fault == nil)
  }

  @Test func randomBytesAreReadWithoutACrash() {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<200 {
      let bytes = (0..<2000).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
      var names = NameTable()
      _ = SyntaxTree.parse(bytes, names: &names)
    }
  }
}
