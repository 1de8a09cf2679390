import Foundation
import TestSupport
import Testing

/// Texts full of what the packages' languages take for their own, through every channel by which a text comes in: the
/// built package says what went in, and nothing runs but the programs that pack.
///
/// Two rounds in each run of the tests, more than ten thousand texts in `make check-system`.
@Suite struct HostileTextTests {
  static let rounds = ProcessInfo.processInfo.environment["TAP2DEB_SYSTEM_TESTS"] == "full" ? 14 : 2

  @Test(arguments: PackageFormat.allCases, 0..<rounds)
  func comesOutAsItWentIn(format: PackageFormat, round: Int) throws {
    try Workbench.with { bench in
      let round = try HostileRound(UInt64(round) + (format == .deb ? 1000 : 0), on: bench)
      let result = try bench.traced(format, round.arguments)
      #expect(result.programs.isSubset(of: format.packers), "\(result.programs)")
      let path = try #require(bench.files.first { $0.hasSuffix(format.ending) }, "\(result.said)")
      let package = BuiltPackage(format: format, path: "\(bench.folder)/\(path)")
      try round.check(package)
      #expect(!FileManager.default.fileExists(atPath: round.canary))
      #expect(bench.leftovers.isEmpty)
    }
  }
}

/// What goes into one package, and what must come out of it.
struct HostileRound {
  let canary: String
  let summary: String
  let maintainer: String
  let description: [String]
  let history: [(author: String, changes: [String])]
  let names: [String]
  let fragments: [String: [String]]
  let arguments: [String]

  private static let date = "Wed, 01 Nov 2023 00:00:00 +0000"
  private static let packageDate = "Sat, 21 Nov 2026 08:03:46 +0000"
  static let destination = "/etc/hostile-data"

  init(_ seed: UInt64, on bench: Workbench) throws {
    canary = "\(bench.folder)/canary"
    var text = HostileText(seed: seed, canary: canary)
    func person(_ line: String) -> String {
      let name = line.filter { !"<>".contains($0) }
      return "\(name.isEmpty ? "x" : name) <ada@example.org>"
    }
    summary = text.line()
    maintainer = person(text.line())
    description = text.lines(60)
    history = (0..<10).map { _ in (person(text.line()), text.lines(18)) }
    names = text.lines(60).enumerated().map { index, line in
      let name = line.replacing("/", with: "_")
      return (name.hasPrefix("-") || name.hasPrefix(".") ? "x" : "") + String(name.prefix(60)) + " \(index)"
    }
    fragments = Dictionary(
      uniqueKeysWithValues: ["preinst", "postinst", "prerm", "postrm"].map { script in
        let lines = text.lines(20).filter { $0 != "EOF" }
        let words = lines.map { ": '" + $0.replacing("'", with: #"'\''"#) + "'" }
        return (script, ["cat >/dev/null <<'EOF'"] + lines + ["EOF"] + words + lines.map { "# \($0)" })
      })

    try FileManager.default.createDirectory(atPath: "\(bench.folder)/data", withIntermediateDirectories: true)
    for name in names { try bench.place("data/\(name)", name) }
    try bench.place(
      "debian.changelog",
      history.enumerated().map { index, entry in
        """
        x (\(99 - index).0) unstable; urgency=low

        \(entry.changes.map { "  * \($0)" }.joined(separator: "\n"))

         -- \(entry.author)  \(Self.date)

        """
      }.joined(separator: "\n"))
    for (script, lines) in fragments { try bench.place(script, lines.joined(separator: "\n") + "\n") }
    arguments =
      [
        "-t", "web.tac", "-m", maintainer, "-e", summary, "-l", description.joined(separator: "\n"), "-V", "99.0",
        "--changelog", "debian.changelog", "--include", "data:\(Self.destination)", "-o", ".",
      ] + fragments.keys.sorted().flatMap { ["--\($0)", $0] }
  }

  func check(_ package: BuiltPackage) throws {
    #expect(try package.summary == summary)
    #expect(try package.maintainer == maintainer, "\(maintainer)")
    let lines = try package.description.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines == description.map { Self.line($0, in: package.format) })
    expectSame(
      try package.paths.filter { $0.hasPrefix(Self.destination) }.sorted(),
      names.map { "\(Self.destination)/\($0)" }.sorted())
    for (script, lines) in fragments {
      let text = try "\n" + package.script(package.format == .deb ? script : Self.scriptlets[script] ?? script)
      #expect(text.contains("\n(\n" + lines.joined(separator: "\n") + "\n)\n"), "\(script)")
    }
    switch package.format {
    case .rpm: try checkSpecHistory(package)
    case .deb: try checkDebianHistory(package)
    }
  }

  private static var directive: Regex<Substring> { /^(?:#|%[A-Za-z])/.matchingSemantics(.unicodeScalar) }

  /// A line that the format would take for its own begins with a blank.
  private static func line(_ text: String, in format: PackageFormat) -> String {
    switch format {
    case .deb: text.unicodeScalars.first == "." ? " \(text)" : text
    case .rpm: text.firstMatch(of: directive) != nil ? "\u{A0}\(text)" : text
    }
  }

  private static let scriptlets = ["preinst": "PREIN", "postinst": "POSTIN", "prerm": "PREUN", "postrm": "POSTUN"]

  private func checkSpecHistory(_ package: BuiltPackage) throws {
    let read = try run(
      "rpm", "-qp", "--queryformat", "[%{CHANGELOGNAME}\u{1}%{CHANGELOGTEXT}\u{2}]", package.path
    ).successful().output.split(separator: "\u{2}").map { $0.split(separator: "\u{1}").map(String.init) }
    try #require(read.count == history.count)
    for (index, entry) in history.enumerated() {
      #expect(read[index].first == "\(entry.author) - \(99 - index).0-1")
      expectSame(read[index].last?.words ?? [], entry.changes.map { "- \($0)" }.joined(separator: " ").words)
    }
  }

  private func checkDebianHistory(_ package: BuiltPackage) throws {
    let packed = try package.contents("/usr/share/doc/twisted-web/changelog.gz")
    var gunzip = Program("gunzip")
    gunzip.input = packed
    let text = try gunzip.run().successful().output
    var expected: [String] = []
    for (index, entry) in history.enumerated() {
      expected += ["twisted-web", "(\(99 - index).0)", "unstable;", "urgency=low"]
      expected += entry.changes.map { "* \($0)" }.joined(separator: " ").words
      expected += ["--"] + entry.author.words
      // The newest entry has the package's own date.
      expected += index == 0 ? Self.packageDate.words : Self.date.words
    }
    expectSame(text.words, expected)
  }

  /// The first difference between two lists, which are long.
  private func expectSame(_ read: [String], _ expected: [String]) {
    let index = zip(read, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    if let index { #expect(read[index...].prefix(8) == expected[index...].prefix(8)) }
    #expect(read.count == expected.count)
  }
}

extension String {
  fileprivate var words: [String] { split { $0 == " " || $0 == "\n" }.map(String.init) }
}

extension PackageFormat {
  /// The programs that a build may start.
  fileprivate var packers: Set<String> {
    switch self {
    case .deb: ["tap2deb", "dpkg-deb", "tar", "gzip", "sh -n"]
    case .rpm: ["tap2rpm", "rpmbuild", "tar", "sh -c gzip -n", "gzip", "sh -n"]
    }
  }
}

extension Workbench {
  /// Runs a tool and tells the programs that it and they have started.
  func traced(_ format: PackageFormat, _ arguments: [String]) throws -> (programs: Set<String>, said: String) {
    let log = "\(folder)/trace"
    var program = Program(
      "strace",
      ["-f", "--seccomp-bpf", "-qq", "-s", "4096", "-e", "trace=execve", "-e", "signal=none", "-o", log, format.tool]
        + arguments)
    program.environment = environment
    program.folder = folder
    let result = try program.run()
    let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    var programs: Set<String> = []
    for line in lines where line.hasSuffix(" = 0") {
      let words = line.split(separator: "\"", omittingEmptySubsequences: false)
      guard words.count > 5 else { continue }
      let name = URL(filePath: String(words[1])).lastPathComponent
      let what = words[5] == "-c" ? "-c \(words[7])" : words[5]
      programs.insert(name == "sh" ? "sh \(what)" : name)
    }
    return (programs, result.errors)
  }
}
