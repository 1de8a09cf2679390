import Testing

@testable import Collecting

/// What git itself would ignore, by gitignore(5).
@Suite struct GlobTests {
  @Test(arguments: [
    ("*.log", "a.log", false, true), ("*.log", "deep/down/a.log", false, true), ("*.log", "a.logs", false, false),
    ("/a", "a", false, true), ("/a", "b/a", false, false), ("a/b", "a/b", false, true), ("a/b", "c/a/b", false, false),
    ("a/", "a", true, true), ("a/", "a", false, false), ("**/a", "x/y/a", false, true), ("a/**", "a/x/y", false, true),
    ("a/**", "a", true, false), ("a/**/b", "a/b", false, true), ("a/**/b", "a/x/y/b", false, true),
    ("a/**/b", "a/x/y/c", false, false), ("[a-c]?", "bz", false, true), ("[!a-c]?", "bz", false, false),
    ("\\*", "*", false, true), ("\\*", "x", false, false), ("*a*b", "xaxab", false, true), ("[", "[", false, true),
    ("\\!x", "!x", false, true), ("x\\ ", "x ", false, true), ("x ", "x", false, true), ("ä?", "äö", false, true),
  ])
  func matches(pattern: String, path: String, isFolder: Bool, expected: Bool) throws {
    let glob = try #require(GlobPattern(pattern))
    let parts = path.split(separator: "/").map { Array($0.unicodeScalars) }
    #expect(glob.matches(parts, isFolder: isFolder) == expected)
  }

  @Test(arguments: ["", "# a comment", "/", "   "])
  func saysNothing(line: String) {
    #expect(GlobPattern(line) == nil)
  }

  /// The time may grow with the product of the lengths, not with a power of the stars.
  @Test(.timeLimit(.minutes(1)))
  func isNotLedAstray() throws {
    let glob = try #require(GlobPattern(String(repeating: "*a", count: 1000) + "b"))
    #expect(!glob.matches([Array(String(repeating: "a", count: 4000).unicodeScalars)], isFolder: false))
    let deep = try #require(GlobPattern(String(repeating: "**/a/", count: 500) + "b"))
    #expect(!deep.matches([[Unicode.Scalar]](repeating: ["a"], count: 2000), isFolder: false))
  }

  @Test func theLastWordHolds() throws {
    let rules = try IgnoreRules(patterns: ["*.txt", "!keep.txt", "!*.pyc"])
    #expect(rules.excludes([Array("a.txt".unicodeScalars)], isFolder: false))
    #expect(!rules.excludes([Array("keep.txt".unicodeScalars)], isFolder: false))
    #expect(!rules.excludes([Array("m.pyc".unicodeScalars)], isFolder: false))
    #expect(rules.excludes([Array(".git".unicodeScalars)], isFolder: true))
  }
}
