import Foundation
import TestSupport
import Testing

/// Application files that cannot be used: one clear error, exit status 3, nothing written.
@Suite struct BadInputTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    /// Run by sh in the working directory; makes `bad.tac`, or does not.
    let script: String
    let message: String
    var testDescription: String { name }
  }

  static let examples = [
    Example(name: "missing", script: ":", message: "there is no file"),
    Example(name: "in a missing folder", script: "ln -s none/x bad.tac", message: "there is no file"),
    Example(name: "empty", script: ": >bad.tac", message: "empty"),
    Example(name: "blank", script: "printf '\\n \\n' >bad.tac", message: "empty"),
    Example(name: "a folder", script: "mkdir bad.tac", message: "folder"),
    Example(name: "a FIFO", script: "mkfifo bad.tac", message: "not a regular file"),
    Example(name: "a device", script: "ln -s /dev/zero bad.tac", message: "not a regular file"),
    Example(name: "a socket", script: "ln -s /dev/stdin bad.tac", message: "not a regular file"),
    Example(name: "a loop of links", script: "ln -s bad.tac bad.tac", message: "symbolic links"),
    Example(name: "1 GB", script: "truncate -s 1G bad.tac", message: "1073741824 bytes"),
    Example(name: "60 MB of NULs", script: "truncate -s 60M bad.tac", message: "no application file"),
    Example(name: "binary rubbish", script: "head -c 10007 /bin/sh | tail -c 9001 >bad.tac", message: "bad.tac"),
    Example(name: "an image", script: "printf '\\211PNG\\r\\n\\032\\n\\0\\0' >bad.tac", message: "no application file"),
    Example(name: "prose", script: "echo 'Dear reader, hello' >bad.tac", message: "no application file"),
    Example(
      name: "a cut pickle", script: "head -c 300 \"$SAMPLES/twisted22-py310-timer.tap\" >bad.tac", message: "bad.tac"),
    Example(
      name: "a cut tree", script: "head -c 300 \"$SAMPLES/twisted22-py310-timer.tas\" >bad.tac", message: "bad.tac"),
    Example(name: "a test's output", script: "printf 'TAP version 13\\n1..2\\nok 1\\n' >bad.tac", message: "test"),
  ]

  @Test(arguments: PackageFormat.allCases, examples)
  func isRefused(format: PackageFormat, example: Example) throws {
    try Workbench.with { bench in
      try run(
        "sh", "-ec", example.script, environment: ["SAMPLES": FormatTests.samples], in: bench.folder
      ).successful()
      let before = bench.files
      let result = try bench.call(
        format, ["-t", "bad.tac", "-m", Workbench.maintainer], timeout: .seconds(30))
      #expect(result.status == 3 && result.output.isEmpty && result.errors.isOneLine, "\(result)")
      #expect(result.errors.hasPrefix("\(format.toolName): error: ") && result.errors.contains("bad.tac"), "\(result)")
      #expect(result.errors.contains(example.message) && result.errors.contains("; "), "\(result)")
      #expect(bench.files == before && bench.leftovers.isEmpty)
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func mayNotBeRead(format: PackageFormat) throws {
    try Workbench.with { bench in
      let path = try bench.place("bad.tac")
      try run("chmod", "0", path).successful()
      let words = ["-t", path, "-m", Workbench.maintainer]
      let result = try bench.asNobody(format, words)
      #expect(result.status == 3 && result.output.isEmpty && result.errors.isOneLine, "\(result)")
      #expect(result.errors.contains("Permission denied"), "\(result)")
      #expect(bench.leftovers.isEmpty)
    }
  }
}

extension Workbench {
  /// Runs a tool as a user who is not root, with the tests' folders open to everyone.
  func asNobody(_ format: PackageFormat, _ arguments: [String]) throws -> ProgramResult {
    guard getuid() == 0 else { return try call(format, arguments) }
    let parent = URL(filePath: folder).deletingLastPathComponent().path
    try run("chmod", "755", parent, folder).successful()
    try run("chmod", "1777", temporary).successful()
    // The tool may lie below a folder that only root enters.
    let tool = "\(parent)/\(format.toolName)"
    try run("cp", format.tool, tool).successful()
    var program = Program(
      "setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", tool] + arguments)
    program.environment = environment
    program.folder = folder
    return try program.run()
  }
}
