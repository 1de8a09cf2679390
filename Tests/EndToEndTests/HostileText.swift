import TestSupport

/// Seeded texts of what shells, rpm's specs, control files, changelogs, units and templates take for their own.
struct HostileText {
  private var random: SplitMix
  /// What a text does that is run: it leaves this file behind.
  let canary: String

  init(seed: UInt64, canary: String) {
    random = SplitMix(state: seed)
    self.canary = canary
  }

  private var fragments: [String] {
    [
      "plain", "two words", "100%", "%", "%%", "%%%", "%if 0", "%if", "%ifarch x", "%else", "%endif", "%elif 1",
      "%include \(canary)", "%include", "%files", "%changelog", "%description", "%package x", "%post -p /bin/touch",
      "%prep", "%install", "%end", "%define x %(touch \(canary))", "%global y 1", "%dnl x", "%(touch \(canary))", "%(",
      "%{", "%[", "%{lua:os.execute('touch \(canary)')}", "%{expand:%(touch \(canary))}", "%{load:\(canary)}",
      "%{uncompress:\(canary)}", "%{echo:x}", "%{error:x}", "%{name}", "%{?x:y}", "%{!?x:%(touch \(canary))}", "%[1+1]",
      "%1", "%*", "%-x", "%_topdir", "%S", "%i", "\\", "\\\\", "\\%{", "\\%(touch \(canary))", "\\n", "\\033[2J", "#",
      "# x", "#!", "${misc:Depends}", "${}", "${}{x}", "$", "$$", "${", "$(touch \(canary))", "`touch \(canary)`",
      "$(id)", "{{name}}", "{{#if x}}", "{{/if}}", "'", "\"", "'\"'", ";", "; touch \(canary)", "&& touch \(canary)",
      "| sh", "&", "*", "* x", "-", "--", "-- x", "- x", "?", "[x]", "{a,b}", "~", "!", ".", ". x", "..", "=", "x=y",
      ":",
      ",", "(", ")", "]", "}", "EOF", "Package: x", "Depends: sh", "[Service]", "ExecStart=/bin/touch \(canary)", "é",
      "日本", "\u{1F600}", "e\u{308}", "%\u{308}", "#\u{308}", ".\u{308}", "x\u{A0}y", String(repeating: "x", count: 71),
      String(repeating: "y", count: 76),
    ]
  }

  mutating func number(below limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

  /// One line without blanks at its ends.
  mutating func line() -> String {
    let fragments = fragments
    var text = ""
    for _ in 0...number(below: 5) {
      if !text.isEmpty && number(below: 4) > 0 { text += " " }
      text += fragments[number(below: fragments.count)]
    }
    return text.split(separator: " ").joined(separator: " ")
  }

  mutating func lines(_ count: Int) -> [String] { (0..<count).map { _ in line() } }
}
