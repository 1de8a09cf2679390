import Diagnostics
import Glibc
import Toolbox

/// The tool that makes packages, and the system that it makes them on, as one digest: another of either may make other bytes
/// of the same inputs.
enum Maker {
  /// Variables that show in packages, or that say where programs are.
  private static let variables = [
    "PATH", "SOURCE_DATE_EPOCH", "DEBFULLNAME", "DEBEMAIL", "EMAIL", "SETUPTOOLS_SCM_PRETEND_VERSION",
  ]
  /// The versions of all packages of this system, the packers and compressors among them.
  private static let package = "/var/lib/dpkg/status"
  private static let databases = [
    "/var/lib/rpm/rpmdb.sqlite", "/usr/lib/sysimage/rpm/rpmdb.sqlite", "/var/lib/rpm/Packages",
  ]

  static func digest(_ tool: Tool, _ context: BuildContext) throws(Failure) -> String {
    // This program has 50 MB, which coreutils sum up ten times as fast. Without /proc it is told apart by its version alone.
    let own = "/proc/\(getpid())/exe"
    let sum =
      access(own, R_OK) != 0
      ? ""
      : try context.withWorkspace { workspace throws(Failure) in
        try Program.sha256sum.run(
          [own], environment: workspace.environment(from: context), in: workspace)
      }
    var words = [tool.name, Tool.version, String(sum.prefix(64))]
    words.append(FileDigest.of(package)?.sha256 ?? "")
    for path in databases {
      var status = stat()
      if stat(path, &status) == 0 {
        words.append("\(path) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)")
      }
    }
    for name in variables { words.append(context.environment[name].map { "\(name)=\($0)" } ?? name) }
    return SHA256.hexDigest(Array(words.joined(separator: "\0").utf8))
  }
}
