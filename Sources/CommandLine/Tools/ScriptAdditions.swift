import Diagnostics
import PackageModel
import Toolbox

extension Program {
  fileprivate static let sh = Program("sh", package: "dash")
}

/// Reads the shell that the packager adds to the packages' scripts.
enum ScriptAdditions {
  /// - Throws: A usage failure for a file that cannot be read or that the shell cannot parse. It is parsed, not run.
  static func read(
    _ files: [MaintainerScript: String], environment: [String: String]
  ) throws(Failure) -> [MaintainerScript: ScriptFragment] {
    var fragments: [MaintainerScript: ScriptFragment] = [:]
    for script in MaintainerScript.allCases {
      guard let path = files[script] else { continue }
      let file = try InputFile(path, limit: ScriptFragment.sizeLimit, kind: .usage)
      fragments[script] = try ScriptFragment(file.contents, file: path)
      try checkSyntax(file, environment)
      if let fragment = fragments[script] { try checkEnd(of: fragment, file: path, environment) }
    }
    return fragments
  }

  /// The shell lets a file end within a here-document, and takes what follows for the rest of it.
  private static func checkEnd(
    of fragment: ScriptFragment, file: String, _ environment: [String: String]
  ) throws(Failure) {
    guard !fragment.text.isEmpty else { return }
    try Workspace.with(environment: environment) { workspace throws(Failure) in
      let path = "\(workspace.path)/fragment"
      try FileSystem.write(Array("(\n\(fragment.text)\n)\n".utf8), to: path, mode: 0o600)
      do throws(Failure) {
        try Program.sh.run(["-n", path], environment: workspace.environment(from: environment), in: workspace)
      } catch {
        throw Failure(
          .usage, "does not end what it begins", at: SourceLocation(file: file),
          remedy: "look for a here-document whose end is missing")
      }
    }
  }

  private static func checkSyntax(_ file: InputFile, _ environment: [String: String]) throws(Failure) {
    let path = file.path.hasPrefix("/") ? file.path : "./\(file.path)"
    try Workspace.with(environment: environment) { workspace throws(Failure) in
      do throws(Failure) {
        try Program.sh.run(["-n", path], environment: workspace.environment(from: environment), in: workspace)
      } catch {
        throw Failure(
          .usage, "is no POSIX shell: \(error.diagnostics.map { $0.message }.joined())",
          at: SourceLocation(file: file.path), remedy: "correct it; sh -n \(file.path) shows the place")
      }
    }
  }
}
