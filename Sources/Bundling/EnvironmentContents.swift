import Dependencies
import Diagnostics
import PackageModel

/// What Python finds in an environment, told from the paths of its files.
struct EnvironmentContents: Sendable, Equatable {
  let release: PythonRelease
  /// The folder of modules, from the environment's.
  let modulesFolder: String
  /// The top-level names that can be imported.
  private(set) var modules: Set<String> = []
  private(set) var distributions: Set<DistributionName> = []
  /// Whether there are plugins of twistd's.
  private(set) var hasPlugins = false

  /// - Throws: A build failure for an environment of several Pythons, of none, or of another than CPython.
  init(_ paths: [String], of root: String) throws(Failure) {
    var releases: Set<String> = []
    for path in paths {
      let parts = path.split(separator: "/", maxSplits: 3)
      if parts.count == 4, parts[0] == "lib" || parts[0] == "lib64", parts[2] == "site-packages" {
        releases.insert(String(parts[1]))
      }
    }
    guard releases.count == 1, let folder = releases.first, folder.hasPrefix("python"),
      let release = PythonRelease(folder.dropFirst("python".count))
    else {
      throw Failure.build(
        .bundleContents,
        releases.isEmpty
          ? "has no modules in it: there is nothing in lib/python3.*/site-packages"
          : "is an environment of \(releases.sorted().joined(separator: " and ")), not of one CPython",
        at: SourceLocation(file: root), remedy: "make one with python3 -m venv")
    }
    self.release = release
    modulesFolder = "lib/\(folder)/site-packages"
    for path in paths {
      for library in ["lib", "lib64"] {
        let start = "\(library)/\(folder)/site-packages/"
        if path.hasPrefix(start) { add(path.dropFirst(start.utf8.count)) }
      }
    }
  }

  private mutating func add(_ path: Substring) {
    let parts = path.split(separator: "/", maxSplits: 1)
    guard let first = parts.first else { return }
    if parts.count == 1 {
      if first.hasSuffix(".py") || first.hasSuffix(".so") || first.hasSuffix(".pyc") {
        modules.insert(String(first.prefix { $0 != "." }))
      }
    } else if first.hasSuffix(".dist-info") || first.hasSuffix(".egg-info") {
      if let name = DistributionName(first.prefix { $0 != "-" }) { distributions.insert(name) }
    } else if !first.contains(".") && !first.contains("-") {
      modules.insert(String(first))
      if path.hasPrefix("twisted/plugins/"), path.hasSuffix(".py") { hasPlugins = true }
    }
  }
}
