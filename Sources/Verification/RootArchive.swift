import Diagnostics
import Glibc
import Text
import Toolbox

/// The root file system that packages are tried in: one of the user's own, or one that mmdebstrap makes once a week and for
/// each suite and set of dependencies.
struct RootArchive {
  let path: String

  /// What every root has: an init, what the init scripts use, what asks the ports.
  private static let basics = [
    "dbus", "init-system-helpers", "iproute2", "procps", "python3", "systemd-sysv", "sysvinit-utils",
  ]

  /// - Throws: A usage failure where there is no such root.
  init(at path: String) throws(Failure) {
    guard let real = FileSystem.real(path) else {
      throw Failure(
        .usage, "there is no root \(quoted(path))",
        remedy: "give a folder or a tarball, as mmdebstrap --variant=minbase makes it")
    }
    self.path = real
  }

  /// - Parameter dependencies: The packages that what is tried needs.
  init(suite wanted: String?, with dependencies: [String], _ context: BuildContext) throws(Failure) {
    let suite = wanted ?? Self.ownSuite
    let packages = Set(Self.basics + dependencies).sorted()
    let folder = try Self.folder(context.environment)
    let prefix = "verify-\(suite)-\(Self.hash(packages.joined(separator: " ")))-"
    var now = time_t()
    time(&now)
    let path = "\(folder)/\(prefix)\(now / (7 * 24 * 3600)).tar"
    self.path = path
    if FileSystem.exists(path) { return }
    try FileSystem.makeFolder(folder)
    context.progress("making a root of \(suite), once a week")
    try context.withWorkspace { workspace throws(Failure) in
      var environment = workspace.environment(from: context.environment)
      for name in ["http_proxy", "https_proxy", "no_proxy"] { environment[name] = context.environment[name] }
      let apt = try AptSources(of: suite, in: workspace, environment: environment)
      // Beside its place, so that it gets there by one rename.
      let partial = "\(folder)/partial-\(getpid()).tar"
      defer { FileSystem.remove(partial) }
      try Program.mmdebstrap.run(
        ["--quiet", "--mode=root", "--variant=minbase", "--include=\(packages.joined(separator: ","))"]
          // The root is thrown away: no need to wait for the disk at each file.
          + ["--dpkgopt=force-unsafe-io"] + apt.options.map { "--aptopt=\($0)" } + [suite, partial] + apt.sources,
        environment: environment, in: workspace, timeout: 1800)
      for old in try FileSystem.names(in: folder) where old.hasPrefix(prefix) { FileSystem.remove("\(folder)/\(old)") }
      guard rename(partial, path) == 0 else { throw SystemError().failure(.build, "write", path) }
    }
  }

  /// The suite of this machine where it is Debian's, else Debian's newest.
  private static var ownSuite: String {
    let lines = PackageFile.lines("/etc/os-release")
    guard lines.contains("ID=debian"), let line = lines.first(where: { $0.hasPrefix("VERSION_CODENAME=") }) else {
      return "stable"
    }
    return String(line.dropFirst("VERSION_CODENAME=".count))
  }

  /// The XDG Base Directory Specification's place for what can be made again.
  private static func folder(_ environment: [String: String]) throws(Failure) -> String {
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return "\(cache)/tap2deb" }
    guard let home = environment["HOME"], home.hasPrefix("/") else {
      throw Failure(.build, "there is no place for the root", remedy: "set XDG_CACHE_HOME, or give --verify-root")
    }
    return "\(home)/.cache/tap2deb"
  }

  /// FNV-1a: only has to tell sets of packages apart.
  private static func hash(_ text: String) -> String {
    String(text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
  }
}

/// Where a suite's packages come from: the archives of the machine's own apt where it has them, and its settings for the
/// way there.
private struct AptSources {
  /// One-line sources, as in sources.list(5); none where mmdebstrap is to choose.
  var sources: [String] = []
  /// Settings of apt.conf(5).
  var options: [String] = []

  private static let debian: Set<String> = [
    "bullseye", "bookworm", "trixie", "forky", "sid", "stable", "testing", "unstable",
  ]
  private static let settings = ["Acquire::http", "Acquire::https", "Acquire::Retries", "Acquire::ForceIPv"]

  init(of suite: String, in workspace: Workspace, environment: [String: String]) throws(Failure) {
    let dump = try Program("apt-config", package: "apt").run(
      ["dump", "--no-empty", "--format", "%f \"%v\";%n"], environment: environment, in: workspace)
    options = dump.split(separator: "\n").map(String.init).filter { line in
      Self.settings.contains { line.hasPrefix($0) }
    }
    let targets = try Program("apt-get", package: "apt").run(
      ["indextargets", "--format", "$(RELEASE) $(REPO_URI)", "Created-By: Packages", "Component: main"],
      environment: environment, in: workspace)
    let archives = Set(targets.split(separator: "\n")).sorted().compactMap { line -> (suite: String, place: String)? in
      let fields = line.split(separator: " ").map(String.init)
      return fields.count == 2 ? (fields[0], fields[1]) : nil
    }
    let own = archives.filter { $0.suite == suite || $0.suite.hasPrefix("\(suite)-") }
    if own.contains(where: { $0.suite == suite }) {
      sources = own.map { "deb \($0.place) \($0.suite) main" }
    } else if Self.debian.contains(suite) {
      let mirror = archives.first { Self.debian.contains($0.suite) && !$0.place.contains("security") }
      sources = ["deb \(mirror?.place ?? "http://deb.debian.org/debian") \(suite) main"]
    }
  }
}

extension Program {
  static let mmdebstrap = Program("mmdebstrap", package: "mmdebstrap")
}
