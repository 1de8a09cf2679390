import Foundation
import TestSupport
import Testing

/// A system that lacks something: one clear error, exit status 1, nothing half-written.
@Suite struct FailingSystemTests {
  private func expectFailure(
    _ result: ProgramResult, _ words: [String], lines: Int = 1, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(result.status == 1 && result.output.isEmpty, "\(result)", sourceLocation: sourceLocation)
    for word in words { #expect(result.errors.contains(word), "\(result)", sourceLocation: sourceLocation) }
    let errors = result.errors.split(separator: "\n").filter { !$0.hasPrefix("  ") }
    #expect(errors.count == lines, "\(result)", sourceLocation: sourceLocation)
  }

  private let words = ["-t", "web.tac", "-m", Workbench.maintainer]

  @Test(arguments: PackageFormat.allCases)
  func namesThePackageOfAMissingProgram(format: PackageFormat) throws {
    try Workbench.with { bench in
      let result = try bench.call(format, words, environment: ["PATH": bench.temporary])
      // gzip packs a .deb's changelog before dpkg-deb packs the rest.
      let program = format == .deb ? "gzip" : format.packer.program
      let package = format == .deb ? "gzip" : format.packer.package
      expectFailure(result, ["\(program) is not installed", "apt-get install \(package)"])
      #expect(bench.files.isEmpty && bench.leftovers.isEmpty)
    }
  }

  /// rpm expands macros and patterns in every path that it is given.
  @Test(arguments: ["100%dir", "%(touch ran)", "a*b", "{a,b}"])
  func saysWhereRPMCannotWork(name: String) throws {
    try Workbench.with { bench in
      let folder = "\(bench.folder)/t \(name)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let result = try bench.call(.rpm, words, environment: ["TMPDIR": folder])
      expectFailure(result, ["TMPDIR", "set TMPDIR to another folder"])
      try bench.call(.deb, words, environment: ["TMPDIR": folder]).successful()
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
      #expect(!bench.files.contains("ran"))
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func tellsWhatAFailingProgramSaid(format: PackageFormat) throws {
    try Workbench.with { bench in
      let bin = try bench.standIn(for: format.packer.program, "echo out of luck >&2; exit 7")
      let path = ["PATH": Optional.some("\(bin):/usr/bin:/bin")]
      let result = try bench.call(format, words, environment: path)
      expectFailure(result, ["\(format.packer.program) ended with exit status 7", "out of luck"])
      #expect(bench.files == ["bin", "bin/\(format.packer.program)"] && bench.leftovers.isEmpty)
    }
  }

  @Test(arguments: PackageFormat.allCases, ["taken", "taken/below"])
  func hasAFileInTheFoldersPlace(format: PackageFormat, output: String) throws {
    try Workbench.with { bench in
      try bench.place("taken", "mine")
      let result = try bench.call(format, words + ["-o", output])
      expectFailure(result, ["taken", "Not a directory"])
      #expect(bench.files == ["taken"] && bench.leftovers.isEmpty)
      #expect(try String(contentsOfFile: "\(bench.folder)/taken", encoding: .utf8) == "mine")
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func mayNotWrite(format: PackageFormat) throws {
    try Workbench.with { bench in
      try FileManager.default.createDirectory(atPath: "\(bench.folder)/closed", withIntermediateDirectories: true)
      try run("chmod", "555", "\(bench.folder)/closed").successful()
      let result = try bench.asNobody(format, words + ["-o", "closed"])
      expectFailure(result, ["closed", "Permission denied"])
      #expect(bench.files == ["closed"] && bench.leftovers.isEmpty)
    }
  }

  @Test(arguments: PackageFormat.allCases, ["/nonexistent/tmp", "web.tac"])
  func hasNoTemporaryFolder(format: PackageFormat, place: String) throws {
    try Workbench.with { bench in
      let result = try bench.call(format, words, environment: ["TMPDIR": place])
      expectFailure(result, ["temporary folder", place, "TMPDIR"])
      #expect(bench.files.isEmpty)
    }
  }

  /// A package that was built before stays when the next build fails, and goes when it succeeds.
  @Test(arguments: PackageFormat.allCases)
  func keepsWhatWasThere(format: PackageFormat) throws {
    try Workbench.with { bench in
      let package = try bench.package(format, ["-t", "web.tac"])
      let (files, digest) = (bench.files, try package.digest)
      let failed = try bench.call(format, words + ["-e", "new"], environment: ["PATH": bench.temporary])
      #expect(failed.status == 1)
      #expect(try bench.files == files && package.digest == digest)
      try bench.call(format, words + ["-e", "new"]).successful()
      #expect(bench.files == files)
      #expect(try package.summary == "new")
    }
  }
}

/// File systems that are full or read-only, in a mount namespace of the test's own.
@Suite(.enabled(if: getuid() == 0, "mounting needs root"))
struct MountedFileSystemTests {
  private func call(_ format: PackageFormat, on bench: Workbench, mounting script: String) throws -> ProgramResult {
    let command = "\"$0\" -t web.tac -m '\(Workbench.maintainer)' -o out || status=$?"
    return try run(
      "unshare", "--mount", "--propagation", "private", "sh", "-c",
      "set -e; mkdir out; status=0; \(script); \(command); find out $TMPDIR ! -type d >found; exit $status",
      format.tool, environment: bench.environment, in: bench.folder)
  }

  @Test(
    arguments: PackageFormat.allCases,
    [
      ("mount -t tmpfs -o size=12k tmpfs out", "No space left"),
      ("mount -t tmpfs -o size=12k tmpfs $TMPDIR", "No space left"),
      ("mount -t tmpfs -o nr_inodes=3 tmpfs $TMPDIR", "No space left"),
      ("mount -t tmpfs -o nr_inodes=2 tmpfs out", "No space left"),
      ("mount -t tmpfs -o ro tmpfs out", "Read-only file system"),
      ("mount -t tmpfs -o ro tmpfs $TMPDIR", "Read-only file system"),
    ])
  func failsClearly(format: PackageFormat, example: (script: String, message: String)) throws {
    try Workbench.with { bench in
      let result = try call(format, on: bench, mounting: example.script)
      #expect(result.status == 1 && result.output.isEmpty, "\(result)")
      #expect(result.errors.split(separator: "\n").count { !$0.hasPrefix("  ") } == 1, "\(result)")
      #expect(result.errors.contains(example.message) && result.errors.contains("; "), "\(result)")
      // It names what the user knows.
      #expect(!result.errors.contains("out/."), "\(result)")
      #expect(try String(contentsOfFile: "\(bench.folder)/found", encoding: .utf8).isEmpty)
    }
  }

  /// Whoever sets TMPDIR has a reason: nothing is written elsewhere.
  @Test(arguments: PackageFormat.allCases)
  func writesTemporaryFilesNowhereElse(format: PackageFormat) throws {
    try Workbench.with { bench in
      let closed = "for place in /tmp /var/tmp; do mount -t tmpfs -o ro tmpfs $place; done"
      let parent = URL(filePath: bench.folder).deletingLastPathComponent().path
      // The folders of the test, which may lie in /tmp themselves, stay where they can be reached.
      let script =
        "mount -t tmpfs tmpfs /mnt; cp -a \(parent)/. /mnt; cp \"$0\" /mnt/tool; export TMPDIR=/mnt/tmp; \(closed)"
      let result = try run(
        "unshare", "--mount", "--propagation", "private", "sh", "-ec",
        "\(script); cd /mnt/work; /mnt/tool -t web.tac -m '\(Workbench.maintainer)'; ls -A /mnt/tmp", format.tool,
        environment: bench.environment)
      #expect(result.succeeded && result.errors.isEmpty, "\(result)")
      #expect(result.output.split(separator: "\n").count == 2, "\(result)")
    }
  }

  /// The place of the package is another file system than TMPDIR.
  @Test(arguments: PackageFormat.allCases)
  func writesAcrossFileSystems(format: PackageFormat) throws {
    try Workbench.with { bench in
      let result = try run(
        "unshare", "--mount", "--propagation", "private", "sh", "-ec",
        """
        mkdir out; mount -t tmpfs tmpfs out
        for _ in 1 2; do "$0" -q -t web.tac -m '\(Workbench.maintainer)' -o out >/dev/null; done
        find out -type f | wc -l; find out -name '.*'; ls -A "$TMPDIR"
        """, format.tool, environment: bench.environment, in: bench.folder)
      let count = result.output.trimmingCharacters(in: .whitespacesAndNewlines)
      #expect(result.succeeded && Int(count).map { $0 > (format == .deb ? 10 : 1) } == true, "\(result)")
    }
  }

  /// A plain chroot has no /proc, which is where Swift's runtime looks for the arguments.
  @Test(arguments: PackageFormat.allCases)
  func needsNoProc(format: PackageFormat) throws {
    try Workbench.with { bench in
      func call(_ words: String) throws -> ProgramResult {
        try run(
          "unshare", "--mount", "--propagation", "private", "sh", "-ec",
          "mkdir -p out; mount -t tmpfs tmpfs out; mount -t tmpfs -o ro tmpfs /proc; \"$0\" \(words); ls out",
          format.tool, environment: bench.environment, in: bench.folder)
      }
      #expect(try call("--version").output == "\(format.toolName) 1.0.0\n")
      let mistaken = try call("--nonsense")
      #expect(mistaken.status == 2 && mistaken.errors.contains("--nonsense"), "\(mistaken)")
      let built = try call("-t web.tac -m '\(Workbench.maintainer)' -o out")
      #expect(built.output.split(separator: "\n").contains { $0.hasSuffix(format.ending) }, "\(built)")
      #expect(built.succeeded && built.errors.isEmpty, "\(built)")
    }
  }
}
