import TestSupport
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
    ("#*#", "#x#", false, true),
  ])
  func matches(pattern: String, path: String, isFolder: Bool, expected: Bool) throws {
    let glob = try #require(GlobPattern(pattern))
    let parts = path.split(separator: "/").map { Array($0.unicodeScalars) }
    var steps = 0
    #expect(glob.matches(parts, isFolder: isFolder, steps: &steps) == expected)
  }

  @Test(arguments: ["", "/", "   "])
  func saysNothing(line: String) {
    #expect(GlobPattern(line) == nil)
  }

  /// The time may grow with the product of the lengths, not with a power of the stars.
  @Test func isNotLedAstray() throws {
    var steps = 0
    let glob = try #require(GlobPattern(String(repeating: "*a", count: 1000) + "?b?"))
    #expect(!glob.matches([Array(String(repeating: "a", count: 4000).unicodeScalars)], isFolder: false, steps: &steps))
    #expect((4000...2 * 2000 * 4000).contains(steps))
    steps = 0
    let deep = try #require(GlobPattern(String(repeating: "**/a/", count: 500) + "b"))
    #expect(!deep.matches([[Unicode.Scalar]](repeating: ["a"], count: 2000), isFolder: false, steps: &steps))
    #expect((2000...2 * 500 * 2000).contains(steps))
  }

  /// A name among many takes no longer than one alone.
  @Test func findsPlainNamesAtOnce() throws {
    var steps = 0
    let rules = try IgnoreRules(patterns: (0..<9000).map { "name\($0)" } + ["!name7", "name7/"])
    let few = try IgnoreRules(patterns: ["name7"])
    #expect(few.excludes([Array("name7".unicodeScalars)], isFolder: false, steps: &steps))
    let alone = steps
    steps = 0
    #expect(!rules.excludes([Array("name7".unicodeScalars)], isFolder: false, steps: &steps))
    #expect(rules.excludes([Array("name7".unicodeScalars)], isFolder: true, steps: &steps))
    #expect(rules.excludes([Array("name8999".unicodeScalars)], isFolder: true, steps: &steps))
    #expect(steps <= 3 * alone)
  }

  /// Emacs' unsaved texts, and what a command line calls by such a name; in a file the line is a comment.
  @Test func takesASharpForWhatItIs() throws {
    try withTemporaryFolder { folder in
      try run("sh", "-c", "echo '#conf' >\"$1/ign\"", "sh", folder).successful()
      var steps = 0
      func excludes(_ rules: IgnoreRules, _ name: String) -> Bool {
        rules.excludes([Array(name.unicodeScalars)], isFolder: false, steps: &steps)
      }
      #expect(excludes(try IgnoreRules(), "#conf.ini#"))
      #expect(!excludes(try IgnoreRules(files: ["\(folder)/ign"]), "#conf"))
      #expect(excludes(try IgnoreRules(patterns: ["#conf"]), "#conf"))
    }
  }

  @Test func theLastWordHolds() throws {
    var steps = 0
    let rules = try IgnoreRules(patterns: ["*.txt", "!keep.txt", "!*.pyc"])
    #expect(rules.excludes([Array("a.txt".unicodeScalars)], isFolder: false, steps: &steps))
    #expect(!rules.excludes([Array("keep.txt".unicodeScalars)], isFolder: false, steps: &steps))
    #expect(!rules.excludes([Array("m.pyc".unicodeScalars)], isFolder: false, steps: &steps))
    #expect(rules.excludes([Array(".git".unicodeScalars)], isFolder: true, steps: &steps))
  }
}
