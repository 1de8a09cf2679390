import Testing

@testable import Diagnostics

/// How things are told.
@Suite struct DiagnosticsTests {
  @Test func readsAsCompilersWrite() {
    let place = SourceLocation(file: "web.tac", line: 7)
    #expect(
      Diagnostic.error(.portUnknown, "no port", at: place, remedy: "give one").description
        == "web.tac:7: no port; give one")
    #expect(Diagnostic.note(.converted, "all is well").description == "all is well")
    #expect(SourceLocation(file: "web.tap", objectPath: "services[0]").description == "web.tap#services[0]")
  }

  /// What a terminal would act on, or a reader would not see, is spelled out.
  @Test(arguments: [
    ("a\u{1B}[31mb", "\"a\\u{1b}[31mb\""), ("a\u{202E}b", "\"a\\u{202e}b\""), ("a\u{200B}b", "\"a\\u{200b}b\""),
    ("a\"b\\c\nd", "\"a\\\"b\\\\c\\nd\""), ("grün ☃️", "\"grün ☃️\""),
  ])
  func quotes(text: String, shown: String) { #expect(quoted(text) == shown) }

  @Test func quotesNoBook() { #expect(quoted(String(repeating: "x", count: 5000)).count == 205) }

  @Test func keepsJSONPlain() {
    #expect("{\"a\": \"\u{202E}\u{E0001}\"}\n".visibleJSON == "{\"a\": \"\\u202e\\udb40\\udc01\"}\n")
    #expect("a\nb\u{7}".visibleLine == "a\\nb\\u{7}")
  }

  @Test func namesTheCharacterThatDeceives() {
    let failure = #expect(throws: Failure.self) { try refuseDeceptive("a\u{AD}b", of: "--description") }
    #expect(failure?.diagnostics.first?.message.contains("U+00AD") == true)
    #expect(throws: Never.self) { try refuseDeceptive("a\tb\nc", of: "--description") }
  }

  @Test(arguments: [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "", 3), ("user", "usr", 1), ("ca", "abc", 3)])
  func measuresWords(one: String, other: String, distance: Int) {
    let (one, other) = (Array(one.utf8), Array(other.utf8))
    #expect(Spelling.distance(one, other) == distance && Spelling.distance(other, one) == distance)
  }

  @Test(
    arguments: [
      ("verison", ["version", "revision", "user"], "version"), ("GPL-2", ["MIT", "GPL-2.0-only"], "GPL-2.0-only"),
      ("postint", ["preinst", "postinst", "postrm"], "postinst"), ("nothing", ["version"], nil), ("x", ["xy"], nil),
    ] as [(String, [String], String?)])
  func findsTheNearest(example: (word: String, candidates: [String], nearest: String?)) {
    #expect(Spelling.nearest(to: example.word, among: example.candidates).first == example.nearest)
  }

  /// Whoever refuses a name for it has to be sure.
  @Test(arguments: [
    ("Applicatoin", "Application"), ("lisetnTCP", "listenTCP"), ("TCPSever", "TCPServer"), ("prot", "port"),
    ("listentcp", nil), ("listen", nil), ("Appliktn", nil), ("po", nil),
  ])
  func findsWhatWasMeant(typed: String, meant: String?) {
    #expect(Spelling.meant(by: typed, among: ["Application", "listenTCP", "TCPServer", "port", "Process"]) == meant)
  }

  @Test func keepsTheOrder() {
    var set = OrderedSet([3, 1, 3, 2])
    #expect(set.elements == [3, 1, 2])
    let isNew = set.append(1)
    #expect(!isNew && set.elements.contains(2) && !set.elements.contains(4))
  }
}
