import Foundation
import TestSupport
import Testing

/// Runs that are ended at any moment, and runs at the same time: the artefacts are all old or all new.
@Suite(.serialized) struct InterruptionTests {
  struct Ending: Sendable, CustomTestStringConvertible {
    let format: PackageFormat
    let signal: Int32
    /// Whether the output folder is another file system than TMPDIR.
    let isElsewhere: Bool
    var testDescription: String { "\(format) signal \(signal)\(isElsewhere ? ", another file system" : "")" }
  }

  static let endings = PackageFormat.allCases.flatMap { format in
    [(SIGINT, false), (SIGTERM, true), (SIGKILL, false), (SIGKILL, true)].map {
      Ending(format: format, signal: $0, isElsewhere: $1)
    }
  }

  /// How many moments are tried, from the start of a run to beyond its end; `make check-system` takes its time.
  private static let count = ProcessInfo.processInfo.environment["TAP2DEB_SYSTEM_TESTS"] == "full" ? 50 : 20

  @Test(arguments: endings)
  func leaveOldOrNewArtefacts(ending: Ending) throws {
    try #require(!ending.isElsewhere || getuid() == 0 || Self.otherFileSystem != nil)
    try Workbench.with { bench in
      let output = try Self.output(ending, bench)
      defer { try? FileManager.default.removeItem(atPath: output) }
      let words = ["-q", "-t", "web.tac", "-m", Workbench.maintainer, "-o", output]
      let start = ContinuousClock.now
      try bench.call(ending.format, words + ["-e", "old"]).successful()
      let duration = Self.microseconds(ContinuousClock.now - start)
      let old = try Self.state(output)
      try bench.call(ending.format, words + ["-e", "new"]).successful()
      let new = try Self.state(output)
      try #require(old != new)
      try bench.call(ending.format, words + ["-e", "old"]).successful()
      var (olds, news, mixtures) = (0, 0, 0)
      for moment in 0..<Self.count {
        let delay = duration * (moment * 131 % Self.count) * 5 / (Self.count * 4)
        try run(
          "sh", "-c",
          "set -m; \"$0\" \"$@\" & sleep 0.\(Self.digits(delay)); kill -\(ending.signal) $! 2>/dev/null; wait $!",
          ending.format.tool, words: words + ["-e", "new"], environment: bench.environment, in: bench.folder)
        if ending.signal == SIGKILL { try Self.waitUntilNothingIsHidden(in: output) }
        let state = try Self.state(output)
        if state == old {
          olds += 1
        } else if state == new {
          news += 1
        } else {
          // Two artefacts take two renames, and only SIGKILL can fall between them (docs/reproducible.md).
          let isWhole = Set(state.map(Self.artefact)).allSatisfy { artefact in
            let found = state.filter { Self.artefact($0) == artefact }
            return found == old.filter { Self.artefact($0) == artefact }
              || found == new.filter { Self.artefact($0) == artefact }
          }
          #expect(ending.signal == SIGKILL && isWhole, "a mixture after \(delay) µs: \(state)")
          mixtures += 1
        }
        if ending.signal != SIGKILL { #expect(bench.leftovers.isEmpty, "after \(delay) µs") }
        if state != old { try bench.call(ending.format, words + ["-e", "old"]).successful() }
      }
      #expect(olds > 0, "no run was ended in time")
      #expect(mixtures <= 2, "the moment between two renames is short")
      print("\(ending.testDescription): \(olds) old, \(news) new of \(Self.count)")
    }
  }

  /// The artefact that a line of a state is about: the first part of its path.
  private static func artefact(_ line: String) -> Substring {
    line.split(separator: "/", maxSplits: 2).dropFirst().first ?? ""
  }

  /// Killed by the system at each call in turn that gives names to artefacts or takes them, where they are another file
  /// system's: artefacts that are there have to be replaced by something with a name of its own.
  @Test(arguments: PackageFormat.allCases, ["linkat", "renameat2", "unlink", "rmdir"])
  func leaveNoNamesBehind(format: PackageFormat, call: String) throws {
    try Workbench.with { bench in
      let output = try #require(Self.otherFileSystem, "no second file system") + "/tap2deb-test-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: output) }
      let words = ["-q", "-t", "web.tac", "-m", Workbench.maintainer, "-o", output]
      try bench.call(format, words).successful()
      var (kills, hits) = (0, 0)
      for number in 1...200 {
        let result = try run(
          "strace", "-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(call):signal=KILL:when=\(number)",
          format.tool, words: words, environment: bench.environment, in: bench.folder)
        if result.succeeded { break }
        kills += 1
        if try !Self.hidden(in: output).isEmpty { hits += 1 }
        try Self.waitUntilNothingIsHidden(in: output)
      }
      #expect(kills > 0 && kills < 200)
      try bench.call(format, words).successful()
      print("\(format) killed at each of \(kills) \(call), \(hits) seen with a name to be removed, none left")
    }
  }

  /// What a run left that was killed together with all its processes.
  @Test(arguments: PackageFormat.allCases)
  func removeWhatOthersLeft(format: PackageFormat) throws {
    try Workbench.with { bench in
      let script = """
        mkdir -p out/.twisted-web-1.0.tap2deb-Ab12Cd/debian; echo x >out/.twisted-web-1.0.tap2deb-Ab12Cd/debian/rules
        echo x >out/.twisted-web_1.0_all.deb.tap2deb-zzzzzz; ln -s nowhere out/.x.tap2deb-000000
        cd out; mkdir .git; echo x >.x.tap2deb-0000000; echo x >.x.tap2deb-0_0000; echo x >x.tap2deb-000000
        """
      try run("sh", "-ec", script, in: bench.folder).successful()
      try bench.call(format, ["-q", "-m", Workbench.maintainer, "-t", "web.tac", "-o", "out"]).successful()
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(bench.folder)/out")
      let others = names.filter { !$0.hasPrefix("twisted-web") }.sorted()
      #expect(others == [".git", ".x.tap2deb-0000000", ".x.tap2deb-0_0000", "x.tap2deb-000000"])
    }
  }

  private static func hidden(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix(".") }
  }

  /// A guardian needs a moment, more on a busy machine.
  private static func waitUntilNothingIsHidden(in folder: String) throws {
    for _ in 0..<500 {
      if try !FileManager.default.fileExists(atPath: folder) || hidden(in: folder).isEmpty { return }
      usleep(10_000)
    }
    Issue.record("left behind: \(try hidden(in: folder))")
  }

  /// Two runs that write the same packages, and two that write others, into one folder.
  @Test(arguments: PackageFormat.allCases)
  func shareAFolder(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.place("other.tac")
      let script = """
        for turn in 1 2 3 4 5 6 7 8; do
          "$0" -q -m "$1" -t web.tac -o out & one=$!
          "$0" -q -m "$1" -t web.tac -o out & two=$!
          "$0" -q -m "$1" -t other.tac -o out & three=$!
          wait $one && wait $two && wait $three || exit 1
        done
        """
      let result = try run(
        "sh", "-c", script, format.tool, words: [Workbench.maintainer], environment: bench.environment, in: bench.folder
      )
      #expect(result.succeeded && result.errors.isEmpty, "\(result)")
      #expect(bench.leftovers.isEmpty)
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(bench.folder)/out").sorted()
      #expect(names.count == 4 && names.allSatisfy { !$0.hasPrefix(".") }, "\(names)")
      try bench.call(format, ["-q", "-m", Workbench.maintainer, "-t", "web.tac", "-o", "alone"]).successful()
      let alone = try Self.state("\(bench.folder)/alone")
      let shared = try Self.state("\(bench.folder)/out")
      #expect(alone.allSatisfy(shared.contains))
    }
  }

  private static let otherFileSystem: String? = {
    let device = { (path: String) in
      (try? FileManager.default.attributesOfItem(atPath: path)[.systemNumber] as? Int) ?? nil
    }
    let temporary = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    return ["/dev/shm", "/var/tmp"].first {
      device($0) != nil && device($0) != device(temporary) && FileManager.default.isWritableFile(atPath: $0)
    }
  }()

  private static func output(_ ending: Ending, _ bench: Workbench) throws -> String {
    guard ending.isElsewhere else { return "\(bench.folder)/out" }
    let parent = try #require(otherFileSystem, "no second file system")
    return "\(parent)/tap2deb-test-\(UUID().uuidString)"
  }

  /// A line of each file with its digest, hidden ones too.
  private static func state(_ folder: String) throws -> [String] {
    try run(
      "sh", "-ec", "find . -type f -print0 | LC_ALL=C sort -z | xargs -0r sha256sum; find . -type d | LC_ALL=C sort",
      in: folder
    )
    .successful().output.split(separator: "\n").map(String.init)
  }

  private static func microseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    return min(Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000), 900_000)
  }

  /// Six digits behind the point.
  private static func digits(_ microseconds: Int) -> String {
    let text = String(min(microseconds, 999_999))
    return String(repeating: "0", count: 6 - text.count) + text
  }
}

/// Runs a program with the words of a list after those given.
@discardableResult
func run(
  _ name: String, _ arguments: String..., words: [String], environment: [String: String?] = [:],
  in folder: String? = nil
) throws -> ProgramResult {
  var program = Program(name, arguments + words)
  program.environment = environment
  program.folder = folder
  return try program.run()
}
