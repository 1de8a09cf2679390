import Testing
import TextSearch

/// What takes the place of Swift's library for patterns.
struct SearchTests {
  @Test(arguments: [
    ("a-b-c", "-", "::", "a::b::c"), ("aaa", "aa", "b", "ba"), ("", "x", "y", ""), ("abc", "", "y", "abc"),
    ("no", "x", "y", "no"), ("x", "x", "", ""), ("ä%ö", "%", "%%", "ä%%ö"),
    // By bytes: neither a line's end nor an accent hides what a shell would see.
    ("a\r\nb", "\n", " ", "a\r b"), ("it'\u{301}s", "'", "_", "it_\u{301}s"),
  ])
  func replacesByBytes(text: String, part: String, other: String, expected: String) {
    #expect(Array(text.replacing(part, with: other).utf8) == Array(expected.utf8))
  }

  @Test func findsInPartsOfTexts() throws {
    let text = "one, two, three"
    let rest = text.dropFirst(5)
    let first = try #require(rest.firstRange(of: ", "))
    #expect(rest[..<first.lowerBound] == "two")
    #expect(rest[first.upperBound...] == "three")
    #expect(text.ranges(of: ", ").map { text[$0.upperBound...] } == ["two, three", "three"])
    #expect(rest.firstRange(of: "one") == nil && !rest.contains("one") && text.contains("one") && text.contains(""))
  }

  @Test func splitsAtTexts() {
    #expect("a${b}${c".split(separator: "${", omittingEmptySubsequences: false) == ["a", "b}", "c"])
    #expect("::a::::b::".split(separator: "::") == ["a", "b"])
    #expect("a, b, c".split(separator: ", ", maxSplits: 1) == ["a", "b, c"])
  }

  @Test func trimsTheBeginning() {
    #expect(" \t x ".trimmingPrefix { $0.isWhitespace } == "x ")
  }

  @Test func ordersByBytes() {
    // An accented letter after every plain one, and a part before the whole.
    let words = ["b", "ä", "", "a", "B", "a/b", "a-b", "a\u{30A}", "å"]
    #expect(
      words.sorted { $0.precedes($1) } == words.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    #expect(!"a".precedes("a") && "a".precedes("ab") && !"".precedes(""))
  }
}
