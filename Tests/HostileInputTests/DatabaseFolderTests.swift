import Foundation
import TestSupport
import Testing

/// A folder that is packaged as Axiom's database came with the application: what is in it reaches for nothing outside.
@Suite struct DatabaseFolderTests {
  private static let database =
    "mkdir -p web.axiom/files web.axiom/run; printf 'SQLite format 3\\0' >web.axiom/db.sqlite\n"

  /// What is in it, and why it is refused.
  static let refusals: [(script: String, reason: String)] = [
    ("ln -s /etc/passwd web.axiom/files/x", "absolute path"),
    ("ln -s ../../../x web.axiom/files/x", "out of the folder"),
    ("mkfifo web.axiom/files/x", "is a FIFO"),
    ("rm web.axiom/db.sqlite; mkfifo web.axiom/db.sqlite", "not an Axiom database"),
    ("mv web.axiom/db.sqlite d; ln -s ../d web.axiom/db.sqlite", "not an Axiom database"),
    ("rmdir web.axiom/files; ln -s /etc web.axiom/files", "not an Axiom database"),
    ("truncate -s 3G web.axiom/db.sqlite", "hardly more than a hole"), ("truncate -s 9G web.axiom/files/x", "a hole"),
    ("touch \"$(printf 'web.axiom/files/a\\nb')\"", "U+000A"),
    ("touch web.axiom/s; chmod 4755 web.axiom/s", "set-user"),
    ("touch web.axiom/db.sqlite-journal; echo x >web.axiom/db.sqlite-wal", "was not closed"),
  ]

  @Test(arguments: refusals.indices, Format.allCases)
  func isReadBeneathItself(index: Int, format: Format) throws {
    let (script, reason) = Self.refusals[index]
    try HostileBench.with { bench in
      let result = try bench.call(format, "-t web.axiom", before: Self.database + script)
      #expect(result.status == 3 && result.errors.contains(reason), "\(script): \(result)")
      #expect(bench.package(format) == nil && bench.leftovers.isEmpty && !bench.hasRun)
    }
  }

  /// Another user's file that was given a name in it.
  @Test(.enabled(if: getuid() == 0, "needs root"))
  func hasNoFilesOfOthers() throws {
    try HostileBench.with { bench in
      let script = Self.database + "touch other; chown 1:1 other; ln other web.axiom/files/x"
      let result = try bench.call(.deb, "-t web.axiom", before: script)
      #expect(result.status == 3 && result.errors.contains("another user's file"), "\(result)")
    }
  }

  /// What a run left is not looked at.
  @Test(arguments: Format.allCases)
  func itsRunFolderIsNobodysBusiness(format: Format) throws {
    try HostileBench.with { bench in
      let script =
        Self.database + "mkfifo web.axiom/run/x; ln -s /etc/passwd web.axiom/run/y; truncate -s 9G web.axiom/run/z"
      let result = try bench.call(format, "-q -t web.axiom", before: script)
      let package = PackageReader(format: format, path: try #require(bench.package(format), "\(result)"))
      #expect(try package.listing().filter { $0.contains("/run/") && !$0.hasSuffix("/run/") } == [])
    }
  }
}
