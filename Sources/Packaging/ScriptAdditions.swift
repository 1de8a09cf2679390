import Diagnostics
import PackageModel
import Text
import Toolbox

extension Program {
  fileprivate static let sh = Program("sh", package: "dash")
}

/// Reads the shell that the packager adds to the packages' scripts.
enum ScriptAdditions {
  /// - Throws: A usage failure for a file that cannot be read or that the shell cannot parse. It is parsed, not run.
  static func read(
    _ files: [MaintainerScript: String], _ context: BuildContext
  ) throws(Failure) -> [MaintainerScript: ScriptFragment] {
    var fragments: [MaintainerScript: ScriptFragment] = [:]
    for script in MaintainerScript.allCases {
      guard let path = files[script] else { continue }
      let input = try InputFile(path, limit: ScriptFragment.sizeLimit, kind: .usage)
      let file = try TextFile(input.contents, name: path)
      let fragment = try ScriptFragment(file)
      fragments[script] = fragment
      try check(file.text, of: path, context) { problem in
        Failure.usage(
          .script, "is not valid POSIX shell: \(Program.sh.failure(problem).diagnostics.map(\.message).joined())",
          at: SourceLocation(file: path), remedy: "sh -n \(path) shows the place")
      }
      // The shell lets a file end within a here-document, and takes what follows for the rest of it.
      try check("(\n\(fragment.text.isEmpty ? ":" : fragment.text)\n)\n", of: path, context) { _ in
        Failure.usage(
          .script, "does not end what it begins", at: SourceLocation(file: path),
          remedy: "look for a here-document whose end is missing")
      }
    }
    return fragments
  }

  /// - Throws: A usage failure for a command that the shell cannot parse.
  static func check(_ commands: [ShellCommand], _ context: BuildContext) throws(Failure) {
    for command in commands {
      try check("\(command)\n", of: "init-command", context) { problem in
        Failure.usage(
          .script,
          "--init-command \(quoted(command.description)) is not valid POSIX shell: "
            + Program.sh.failure(problem).diagnostics.map(\.message).joined(),
          remedy: "try the command in a shell first")
      }
    }
  }

  /// Has the shell parse a text, under the name of the file that it is from.
  private static func check(
    _ text: String, of path: String, _ context: BuildContext, failing: (Program.Problem) -> Failure
  ) throws(Failure) {
    try context.withWorkspace { workspace throws(Failure) in
      let name = Path(path).name
      try FileSystem.write(Array(text.utf8), to: "\(workspace.path)/\(name)", mode: 0o600)
      do throws(Program.Problem) {
        try Program.sh.attempt(
          ["-n", "./\(name)"], environment: workspace.environment(from: context), in: workspace,
          from: workspace.path)
      } catch {
        switch error {
        case .exit: throw failing(error)
        default: throw Program.sh.failure(error)
        }
      }
    }
  }
}
