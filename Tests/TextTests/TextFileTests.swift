import Diagnostics
import Testing
import Text

@Suite struct TextFileTests {
  @Test(
    "Lines end at LF, CRLF and CR, and a byte order mark is no text",
    arguments: [
      "a\nb\n\nc", "a\r\nb\r\n\r\nc\r\n", "a\rb\r\rc\r", "\u{FEFF}a\nb\n\nc\n", "\u{FEFF}a\r\nb\r\n\r\nc",
      "a\nb\r\n\rc",
    ])
  func lines(text: String) throws {
    let file = try TextFile(Array(text.utf8), name: "f")
    #expect(file.lines == ["a", "b", "", "c"])
    #expect(!file.text.utf8.contains(0x0D))
  }

  @Test func emptyFilesHaveNoLine() throws {
    #expect(try TextFile([], name: "f").lines.isEmpty)
    #expect(try TextFile([0x0D], name: "f").lines == [""])
  }

  @Test(arguments: [[0xFF, 0xFE, 0x61, 0x00], [0x61, 0xE9]] as [[UInt8]])
  func refusesWhatIsNoUTF8(bytes: [UInt8]) {
    let failure = #expect(throws: Failure.self) { try TextFile(bytes, name: "f", kind: .application) }
    #expect(failure?.kind == .application && failure?.diagnostics.first?.location?.file == "f")
  }
}

@Suite struct PathTests {
  @Test(
    arguments: [
      ("web.tac", "web.tac", "web", "."), ("a/b.c/web", "web", "web", "a/b.c"),
      ("/web.tar.gz", "web.tar.gz", "web.tar", "/"),
      ("a/.env", ".env", ".env", "a"), ("/", "", "", "/"), ("a/", "a", "a", "a"),
    ])
  func isTakenApart(path: (text: String, name: String, stem: String, folder: String)) {
    let (text, name, stem, folder) = path
    #expect((Path(text).name, Path(text).stem, Path(text).folder) == (name, stem, folder))
  }

  @Test(
    arguments: [
      ("a/./b/../c", "a/c"), ("..", nil), ("a/../..", nil), ("a/..", ""), ("/a//b/", "a/b"), (".", ""),
    ] as [(String, String?)])
  func isResolved(path: (text: String, plain: String?)) {
    #expect(Path(path.text).resolved()?.joined(separator: "/") == path.plain)
  }

  @Test func isResolvedFromAFolder() {
    #expect(Path("../lib/x").resolved(from: ["a", "b"]) == ["a", "lib", "x"])
    #expect(Path("/x").resolved(from: ["a"]) == ["x"])
    #expect(Path("../../x").resolved(from: ["a"]) == nil)
  }
}

@Suite struct LayoutTests {
  @Test func wrapsAtBlanks() {
    #expect("one two  three\nfour".wrapped(to: 7) == ["one two", "three", "four"])
    #expect("extraordinarily long".wrapped(to: 5) == ["extraordinarily", "long"])
    #expect("".wrapped(to: 5) == [""])
    #expect("aa bb cc".wrapped(to: 7, first: "* ", indentation: "  ") == ["* aa bb", "  cc"])
  }

  @Test func pads() {
    #expect("ab".padded(to: 4) == "ab  ")
    #expect("abcde".padded(to: 4) == "abcde")
  }
}
