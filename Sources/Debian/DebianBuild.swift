import Diagnostics
import Glibc
import PackageModel
import Signing
import Text
import Toolbox

/// Where and with what a package is built.
struct DebianBuild: Sendable {
  let workspace: Workspace
  let timestamp: Int
  /// The whole environment of the programs that build.
  let environment: [String: String]

  init(in workspace: Workspace, timestamp: Int, environment: [String: String]) {
    self.workspace = workspace
    self.timestamp = timestamp
    self.environment = workspace.environment(from: environment, timestamp: timestamp)
  }

  /// The architecture of this system, for the names that dpkg-buildpackage would choose.
  func architecture() throws(Failure) -> String {
    try Program.dpkg.run(["--print-architecture"], environment: environment, in: workspace).trimmed
  }
}
