import Dependencies
import Diagnostics
import Glibc
import Toolbox

/// What the root file system of a Debian system is made of.
///
/// mmdebstrap makes it once a week and recipe; the tarball is kept below `XDG_CACHE_HOME`.
package struct RootRecipe: Sendable {
  package let name: String
  package let suite: String
  package let packages: [String]
  /// Shell commands run at the end, with the root as `$1` (mmdebstrap(1), `--customize-hook`).
  package let hooks: [String]

  package init(name: String, suite: String, packages: [String], hooks: [String] = []) {
    (self.name, self.suite, self.packages, self.hooks) = (name, suite, packages, hooks)
  }

  /// Where this week's tarball is, made or not.
  package func place(_ environment: [String: String]) throws(Failure) -> String {
    // MD5 only has to tell recipes apart.
    let digest = MD5.hexDigest(Array((packages + hooks).joined(separator: "\n").utf8))
    return "\(try Self.folder(environment))/\(name)-\(suite)-\(digest)-\(Self.week).tar"
  }

  /// The path of this week's tarball, made now if there is none.
  ///
  /// - Parameter elevation: The words before a command that give it root's rights; none for root.
  package func tarball(elevation: [String] = [], _ context: BuildContext) throws(Failure) -> String {
    let (folder, path) = (try Self.folder(context.environment), try place(context.environment))
    if FileSystem.exists(path) { return path }
    try FileSystem.makeFolder(folder)
    context.progress("making a root of \(suite), once a week")
    try context.withWorkspace { workspace throws(Failure) in
      var environment = workspace.environment(from: context)
      for name in ["http_proxy", "https_proxy", "no_proxy"] { environment[name] = context.environment[name] }
      let apt = try AptSources(of: suite, in: workspace, environment: environment)
      try Self.sweep(folder)
      // Beside its place, so that it gets there by one rename.
      let partial = "\(folder)/\(Self.partial)\(getpid()).tar"
      defer { FileSystem.remove(partial) }
      // Where this run is killed it cleans up, and what it mounted is gone with it.
      let isRoot = geteuid() == 0 || !elevation.isEmpty
      let words =
        elevation + (isRoot ? ["unshare", "--mount", "--propagation", "private"] : [])
        + ["setpriv", "--pdeathsig", "TERM", "mmdebstrap"] + arguments(for: apt, isRoot: isRoot) + [
          suite, partial,
        ] + apt.sources
      try Program(words[0], package: "mmdebstrap").run(
        Array(words.dropFirst()), environment: environment, in: workspace, timeout: 1800)
      for old in try FileSystem.names(in: folder)
      where old.hasPrefix("\(name)-") && !old.hasSuffix("-\(Self.week).tar") {
        FileSystem.remove("\(folder)/\(old)")
      }
      guard rename(partial, path) == 0 else { throw SystemError().failure(.build, to: "write", path) }
    }
    return path
  }

  private static let partial = "partial-"

  /// Removes what runs that were killed had begun.
  private static func sweep(_ folder: String) throws(Failure) {
    for name in try FileSystem.names(in: folder) where name.hasPrefix(partial) {
      guard let maker = pid_t(name.dropFirst(partial.count).prefix { $0.isNumber }) else { continue }
      if kill(maker, 0) != 0, errno == ESRCH { FileSystem.remove("\(folder)/\(name)") }
    }
  }

  private func arguments(for apt: AptSources, isRoot: Bool) -> [String] {
    [
      "--quiet", "--mode=\(isRoot ? "root" : "unshare")", "--variant=minbase",
      "--include=\(packages.joined(separator: ","))",
    ]
      // The root is thrown away: no need to wait for the disk at each file.
      + ["--dpkgopt=force-unsafe-io"] + apt.options.map { "--aptopt=\($0)" } + hooks.map { "--customize-hook=\($0)" }
  }

  private static var week: Int {
    var now = time_t()
    time(&now)
    return now / (7 * 24 * 3600)
  }

  /// The XDG Base Directory Specification's place for what can be made again.
  private static func folder(_ environment: [String: String]) throws(Failure) -> String {
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return "\(cache)/tap2deb" }
    guard let home = environment["HOME"], home.hasPrefix("/") else {
      throw Failure.build(
        .verification, "there is no place for the root", remedy: "set XDG_CACHE_HOME, or give --verify-root")
    }
    return "\(home)/.cache/tap2deb"
  }
}

extension RootRecipe {
  /// What packages are tried in.
  ///
  /// - Parameters:
  ///   - suite: That of this machine where it is Debian's, else Debian's newest, if it is `nil`.
  ///   - dependencies: What the package that is tried needs, in the words of its format.
  static func trial(
    suite: String?, for format: PackageFile.Format, with dependencies: [String]
  ) -> RootRecipe {
    // An init, what the init scripts use, what asks the ports.
    let basics = [
      "dbus", "init-system-helpers", "iproute2", "procps", "python3", "systemd-sysv", "sysvinit-utils",
    ]
    let suite = suite ?? ownSuite
    let packages = format == .deb ? dependencies : ["adduser", "rpm"] + debianPackages(of: dependencies, in: suite)
    return RootRecipe(name: "verify", suite: suite, packages: Set(basics + packages).sorted())
  }

  /// What Debian calls the distributions of Python's among the requirements of an RPM package.
  static func debianPackages(of requirements: [String], in suite: String) -> [String] {
    let table = DistributionTable(of: suite)
    return requirements.compactMap { requirement in
      guard let start = requirement.firstRange(of: "python3dist("), let end = requirement.lastIndex(of: ")"),
        let name = DistributionName(requirement[start.upperBound..<end].prefix { $0 != "[" && $0 != ")" })
      else { return nil }
      return table.debianPackage(of: name)?.name
    }
  }

  private static var ownSuite: String {
    let lines = PackageFile.lines("/etc/os-release")
    guard lines.contains("ID=debian"), let line = lines.first(where: { $0.hasPrefix("VERSION_CODENAME=") }) else {
      return "stable"
    }
    return String(line.dropFirst("VERSION_CODENAME=".count))
  }
}

extension Program {
  static let mmdebstrap = Program("mmdebstrap", package: "mmdebstrap")
}
