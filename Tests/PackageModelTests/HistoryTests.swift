import Debian
import Diagnostics
import PackageModel
import Testing

/// Histories in the forms in which projects write them.
@Suite struct HistoryTests {
  private func history(_ text: String) throws -> Changelog {
    try Changelog(Array(text.utf8), file: "NEWS", author: "A <a@example.org>")
  }

  static let headings: [(String, String, Int?)] = [
    ("## 1.1.0 (January 5, 2024)", "1.1.0", 1_704_412_800), ("## 1.1.0 - 05.01.2024", "1.1.0", 1_704_412_800),
    ("## [1.1.0] - 2024-01-05", "1.1.0", 1_704_412_800), ("## v1.1.0, 5th Jan 2024", "1.1.0", 1_704_412_800),
    ("## 1.1.0 / 2024/01/05", "1.1.0", 1_704_412_800), ("## 1.1.0 (13/1/2024)", "1.1.0", 1_705_104_000),
    ("## 1.1.0 - 2024-01-05T10:00:00Z", "1.1.0", 1_704_412_800), ("# Web 1.1.0 (2024-01-05)", "1.1.0", 1_704_412_800),
    ("1.1.0 (2024-01-05)\n------------------", "1.1.0", 1_704_412_800), ("1.1.0\n=====", "1.1.0", nil),
    ("==========\nWeb 1.1.0\n==========", "1.1.0", nil), ("Twisted 22.4.0 (2022-04-11)\n====", "22.4.0", 1_649_635_200),
    ("Version 1.1.0\n~~~~~~~~~~~~~", "1.1.0", nil), ("### 1.1.0", "1.1.0", nil), ("## 1.1.0 [YANKED]", "1.1.0", nil),
  ]

  @Test(arguments: headings)
  func readsHeadings(heading: String, version: String, date: Int?) throws {
    let history = try history("\(heading)\n\n* new\n")
    #expect(history.entries.map(\.version) == [version])
    #expect(history.entries.first?.timestamp == date)
    #expect(history.entries.first?.changes == ["new"])
    #expect(history.notes.isEmpty, "\(history.notes)")
  }

  @Test(arguments: [
    "## 1.1.0 (04/05/2024)", "## 1.1.0 - Spring 2024", "## 1.1.0 - 2024-13-01", "## 1.1.0 (Jannuary 5, 2024)",
  ])
  func tellsOfDatesThatItDoesNotUnderstand(heading: String) throws {
    let history = try history("# Changes\n\n\(heading)\n- new\n")
    #expect(history.entries.first?.timestamp == nil)
    #expect(history.notes.count == 1 && history.notes[0].location?.line == 3, "\(history.notes)")
  }

  @Test(arguments: [
    "## Python 3.8 support", "## Unreleased", "## 2024-01-05", "- 1.0\n---", "## Fixed", "Changes\n====",
  ])
  func takesNothingElseForAVersion(heading: String) {
    #expect(throws: Failure.self) { try history("\(heading)\n\n* new\n") }
  }

  @Test func readsTwistedsOwnForm() throws {
    let history = try history(
      """
      .. towncrier release notes start

      Web 2.1.0 (2024-01-05)
      ======================

      Features
      --------

      - one thing (#1)
        goes on
      - another

        - below it

      Bugfixes
      --------

      - a third

      Web 2.0.0 (2023-01-05)
      ======================

      No significant changes.
      """)
    #expect(history.entries.map(\.version) == ["2.1.0", "2.0.0"])
    #expect(
      history.entries[0].changes == [
        "Features: one thing (#1) goes on", "Features: another", Changelog.Change("below it", depth: 1),
        "Bugfixes: a third",
      ])
    #expect(history.entries[1].changes == ["No significant changes."])
  }

  @Test func theNewestIsFirst() throws {
    let history = try history("## 1.1.5 - 2024-03-10\n- b\n## 1.2.0 - 2024-03-01\n- a\n## 1.2.0rc1\n- c\n")
    #expect(history.entries.map(\.version) == ["1.2.0", "1.2.0rc1", "1.1.5"])
    #expect(history.newestVersion == "1.2.0" && history.notes.count == 1)
  }

  @Test func keepsDebiansLines() throws {
    let text = """
      web (1.0-1) unstable; urgency=medium

        [ Ada ]
        * Line one
          - sub bullet

        [ Bob ]
        * Second

       -- Ada Example <ada@example.org>  Fri, 01 Mar 2024 12:00:00 +0200
      """
    let entry = try #require(try history(text).entries.first)
    #expect(entry.lines == ["  [ Ada ]", "  * Line one", "    - sub bullet", "", "  [ Bob ]", "  * Second"])
    #expect(
      entry.changes == ["[ Ada ]", "Line one", Changelog.Change("sub bullet", depth: 1), "[ Bob ]", "Second"])
    #expect(entry.dateText == "Fri, 01 Mar 2024 12:00:00 +0200")
  }

  /// Versions compare as dpkg itself compares them.
  @Test func ordersVersionsAsDpkgDoes() throws {
    for (low, high) in VersionOrderTests.pairs {
      let (one, other) = (try PackageVersion(low, for: .debian), try PackageVersion(high, for: .debian))
      #expect(one.precedes(other) && !other.precedes(one) && !one.precedes(one), "\(one) \(other)")
    }
  }
}
