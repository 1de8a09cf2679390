import Diagnostics
import Toolbox

extension BuildContext {
  /// Runs a body with a fresh workspace whose path rpm's programs take as it is: they expand macros and patterns in every
  /// path that they are given, and not each of them as often as the others, so nothing quotes one for all.
  ///
  /// - Throws: A build failure that names `TMPDIR` where its path has what rpm acts on.
  func withWorkspaceForRPM<Value>(
    _ body: (Workspace) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try withWorkspace { workspace throws(Failure) in
      if let scalar = workspace.path.unicodeScalars.first(where: { "%*?[]{}\\\"'\n".unicodeScalars.contains($0) }) {
        throw Failure.build(
          .temporaryFolder,
          "rpm cannot work below the folder of TMPDIR, because it acts on \(quoted(String(scalar))) in a path: "
            + quoted(workspace.path), remedy: "set TMPDIR to another folder, such as /var/tmp")
      }
      return try body(workspace)
    }
  }
}
