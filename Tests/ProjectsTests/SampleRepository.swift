import Diagnostics
import Foundation
import Projects
import TestSupport
import Toolbox

/// A repository made by git itself in a folder of its own, with `web.tac` in its first commit.
struct SampleRepository {
  let folder: String
  /// What only a program that the repository names would make.
  var mark: String { "\(folder)/ran" }

  static func with<Result>(_ script: String, _ body: (SampleRepository) throws -> Result) throws -> Result {
    try withTemporaryFolder { path in
      let repository = SampleRepository(folder: path)
      try FileManager.default.createDirectory(atPath: "\(path)/r", withIntermediateDirectories: true)
      try repository.shell("git init -q .; echo x >web.tac; git add .; git commit -qm first\n" + script)
      return try body(repository)
    }
  }

  /// Runs a script in the repository. `$RAN` is the mark, and `$TRAP` a command that sets it.
  func shell(_ script: String) throws {
    try run(
      "bash", "-ec", script,
      environment: [
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_COUNT": "3",
        "GIT_CONFIG_KEY_0": "init.defaultBranch", "GIT_CONFIG_VALUE_0": "main",
        "GIT_CONFIG_KEY_1": "protocol.file.allow", "GIT_CONFIG_VALUE_1": "always",
        "GIT_CONFIG_KEY_2": "tag.gpgSign", "GIT_CONFIG_VALUE_2": "false",
        "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@b.c", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@b.c",
        "GIT_AUTHOR_DATE": "@1700000000 +0000", "GIT_COMMITTER_DATE": "@1700000000 +0000", "RAN": mark,
        "TRAP": "touch \(mark)", "TZ": "UTC",
      ], in: "\(folder)/r"
    ).successful()
  }

  /// The version and the history as the tools ask for them, each as text; what is refused begins with `refused: `.
  func ask(in subfolder: String = "") -> (version: String, history: String) {
    let environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "TMPDIR": folder]
    let repository = GitRepository(around: "\(folder)/r\(subfolder)", BuildContext(environment: environment))
    var answers: [String] = []
    do throws(Failure) { answers.append(try repository.version().text) } catch {
      answers.append("refused: \(error.diagnostics.map(\.description).joined())")
    }
    do throws(Failure) {
      answers.append(
        try repository.releases().map { "\($0.version): \($0.subjects.joined(separator: ", "))" }.joined(
          separator: "\n"))
    } catch {
      answers.append("refused: \(error.diagnostics.map(\.description).joined())")
    }
    return (answers[0], answers[1])
  }

  var hasRun: Bool { FileManager.default.fileExists(atPath: mark) }
}
