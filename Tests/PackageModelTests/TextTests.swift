import Diagnostics
import PackageModel
import Testing

/// Texts that a package's metadata can hold.
@Suite struct TextTests {
  static let controls = ["a\u{0}b", "a\u{1B}[31m", "a\u{7F}", "a\u{85}b", "a\u{2028}b", "\u{8}"]

  @Test(arguments: [
    ("a", "a"), (" a  b ", "a b"), ("a\nb", "a b"), ("a\r\nb\tc", "a b c"), ("\n\na\n", "a"),
    ("100% 'é' 日本", "100% 'é' 日本"),
  ])
  func joinsLines(text: String, line: String) throws {
    #expect(try Line(text, of: "--x").description == line)
  }

  @Test(arguments: ["", " ", "\n\t ", String(repeating: "x", count: 1001)] + controls)
  func refusesWhatIsNoLine(text: String) {
    let failure = #expect(throws: Failure.self) { try Line(text, of: "--x") }
    #expect(failure?.kind == .usage)
    #expect(failure?.diagnostics.first?.message.hasPrefix("--x ") == true)
    #expect(failure?.diagnostics.first?.remedy != nil)
  }

  @Test(arguments: [
    ("a", ["a"]), ("a\nb", ["a", "b"]), ("\n\na\n\nb \n\n", ["a", "", "b"]), ("a\r\nb", ["a", "b"]),
    ("a\tb\n  c\n   \nd", ["a b", "  c", "", "d"]), (".", ["."]), (" .", [" ."]),
  ])
  func keepsParagraphs(text: String, lines: [String]) throws {
    #expect(try Paragraphs(text, of: "--x").lines == lines)
  }

  @Test(arguments: ["", "\n \n", String(repeating: "x", count: 64 * 1024 + 1), "a\u{0}b", "a\u{1B}b", "a\u{9F}b"])
  func refusesWhatIsNoText(text: String) {
    let failure = #expect(throws: Failure.self) { try Paragraphs(text, of: "--x") }
    #expect(failure?.kind == .usage)
    #expect(failure?.diagnostics.first?.message.hasPrefix("--x ") == true)
  }

  @Test func takesTextsUpToTheLimit() throws {
    #expect(try Line(String(repeating: "x", count: 1000), of: "--x").description.count == 1000)
    #expect(try Paragraphs(String(repeating: "x\n", count: 32 * 1024), of: "--x").lines.count == 32 * 1024)
  }

  @Test func quotesForMessages() {
    #expect(quoted("a\"b\\c\n\u{1B}") == "\"a\\\"b\\\\c\\n\\u{1b}\"")
    #expect(quoted(String(repeating: "x", count: 300)).count < 210)
  }
}

/// Who answers for a package.
@Suite struct MaintainerTests {
  @Test(arguments: [
    ("Ada <a@b.org>", "Ada <a@b.org>"), (" Ada  L. < a@b.org > ", "Ada L. <a@b.org>"), ("a@b.org", "a <a@b.org>"),
    ("<a@b.org>", "a@b.org <a@b.org>"), ("Ada", "Ada <guess@here.org>"), ("Ada\nL.", "Ada L. <guess@here.org>"),
    ("Ådå \"日本\" %{x} $y <a@b.org>", "Ådå \"日本\" %{x} $y <a@b.org>"),
  ])
  func reads(text: String, maintainer: String) throws {
    #expect(try Maintainer(text) { "guess@here.org" }.description == maintainer)
  }

  @Test func asksForAnAddressOnlyWhereThereIsNone() throws {
    var wasAsked = false
    _ = try Maintainer("Ada <a@b.org>") {
      wasAsked = true
      return ""
    }
    #expect(!wasAsked)
  }

  @Test(arguments: [
    "", "  ", "Ada <>", "Ada <ada>", "Ada <a@>", "Ada <@b>", "Ada <a@b@c>", "Ada <a b@c>", "A<d>a <a@b>", "Ada <a@b",
    "Ada\u{0} <a@b>", "Ada <a@b>, Bob <b@c>",
  ])
  func refuses(text: String) {
    let failure = #expect(throws: Failure.self) { try Maintainer(text) { "" } }
    #expect(failure?.kind == .usage)
    #expect(failure?.diagnostics.first?.remedy != nil)
  }

  @Test(arguments: [
    ("Ada, Bob <a@e.org>", "'Ada <a@e.org>'"), ("Ada; Bob <a@e.org>", "'Ada <a@e.org>'"),
    ("Ada <a@e.org>, Bob <b@e.org>", "'Ada <a@e.org>'"), ("Ada <ada@localhost>", "'Ada <ada@example.org>'"),
    ("ada@build7", "ada@example.org"), ("Ada", "'Ada <you@example.org>'"), ("Ada <ada>", "you@example.org"),
    ("Ada <ada@.org>", "'Ada <ada@example.org>'"), ("Ada a@e.org", "'Ada <a@e.org>'"),
    ("\"Ada, B.\" <a@e.org>", "'Ada B. <a@e.org>'"), ("Ada a@e.org, Bob b@e.org", "'Ada <a@e.org>'"),
    ("Ada <ada>", "'Ada <you@example.org>'"),
  ])
  func isRefusedWithTheCorrectedText(text: String, remedy: String) {
    let failure = #expect(throws: Failure.self) { try Maintainer(text) { nil } }
    #expect(failure?.kind == .usage)
    #expect(failure?.diagnostics.first?.remedy?.contains(remedy) == true, "\(String(describing: failure))")
  }

  @Test func namesNobodyForTap2rpm() {
    #expect(Maintainer(tool: "tap2rpm").description == "tap2rpm")
  }
}
