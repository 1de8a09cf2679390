import Diagnostics
import Glibc
import Text
import Toolbox

/// Where and with what a package is built.
struct DebianBuild: Sendable {
  let workspace: Workspace
  let timestamp: Int
  /// The whole environment of the programs that build.
  let environment: [String: String]

  init(in workspace: Workspace, timestamp: Int, _ context: BuildContext) {
    self.workspace = workspace
    self.timestamp = timestamp
    self.environment = workspace.environment(from: context, timestamp: timestamp)
  }

  /// The architecture of this system, for the names that dpkg-buildpackage would choose.
  func architecture() throws(Failure) -> String {
    try Program.dpkg.run(["--print-architecture"], environment: environment, in: workspace).trimmed
  }
}
