import Diagnostics
import Glibc
import Text
import Toolbox

/// What can be found out about a package without running anything of it.
struct OfflineTrial {
  let package: PackageFile
  let context: BuildContext
  let workspace: Workspace

  var environment: [String: String] { workspace.environment(from: context) }

  func cells() throws(Failure) -> [Verdict.Cell] {
    if package.format == .rpm {
      return [
        try cell(.unpack) { () throws(Failure) in try digests() },
        try cell(.scripts) { () throws(Failure) in try scriptlets() },
        try cell(.unit) { () throws(Failure) in try units() },
        try cell(.lint) { () throws(Failure) in try rpmlint() },
      ]
    }
    return [
      try cell(.unpack) { () throws(Failure) in try unpack() },
      try cell(.scripts) { () throws(Failure) in try scripts() },
      try cell(.unit) { () throws(Failure) in try units() },
      try cell(.lint) { () throws(Failure) in try lint() },
    ]
  }

  private func cell(
    _ check: Verdict.Check, _ body: () throws(Failure) -> Trial.Result
  ) throws(Failure) -> Verdict.Cell {
    context.progress("\(package.name): \(check.rawValue)")
    let start = Clock.uptime
    let result = try body()
    return Verdict.Cell(.offline, check, of: result, since: start)
  }

  /// dpkg unpacks it into an empty root, and no package that it needs has a file of the same path.
  private func unpack() throws(Failure) -> Trial.Result {
    var findings: [Finding] = []
    let own = Set(try files(below: ""))
    for dependency in package.dependencies {
      // Only what is installed here can be asked.
      guard
        let listed = try? Program.dpkgQuery.attempt(
          ["--listfiles", "--", dependency], environment: environment, in: workspace, timeout: 60)
      else { continue }
      for path in listed.split(separator: "\n").map(String.init) where own.contains(path) {
        findings.append(
          Finding(
            .conflict, "\(path) is a file of \(dependency), too, on which the package depends",
            remedy: "give the file another place"))
      }
    }
    // Only root can give files to root.
    guard geteuid() == 0 else { return .seen("", findings) }
    let (tree, root) = ("\(package.contents)-bare", "\(package.contents)-root")
    try Program.cp.run(
      ["--archive", "--", package.contents, tree], environment: environment, in: workspace, timeout: 120)
    for script in Self.maintainerScripts { FileSystem.remove("\(tree)/DEBIAN/\(script)") }
    for folder in ["", "/var", "/var/lib", "/var/lib/dpkg", "/var/lib/dpkg/info", "/var/lib/dpkg/updates"] {
      try FileSystem.makeFolder(root + folder, mode: 0o755)
    }
    for file in ["status", "available"] { try FileSystem.write([], to: "\(root)/var/lib/dpkg/\(file)") }
    do throws(Program.Problem) {
      try Program.dpkgDeb.attempt(
        ["--build", "--root-owner-group", "-Znone", tree, "\(tree).deb"], environment: environment, in: workspace,
        timeout: 120)
      try Program.dpkg.attempt(
        ["--root=\(root)", "--log=/dev/null", "--force-depends", "--no-triggers", "--unpack", "\(tree).deb"],
        environment: environment, in: workspace, timeout: 120)
    } catch {
      guard case .exit(_, let said) = error else { throw Program.dpkg.failure(error) }
      findings.append(Finding(.installation, "dpkg cannot unpack the package: \(said.oneLine)"))
    }
    return .seen("", findings)
  }

  private static let maintainerScripts = ["preinst", "postinst", "prerm", "postrm", "config"]

  /// Every script of the package is shell that can be read.
  private func scripts() throws(Failure) -> Trial.Result {
    let scripts =
      Self.maintainerScripts.map { "DEBIAN/\($0)" } + package.services.map { "etc/init.d/\($0.name)" }
    var count = 0
    var findings: [Finding] = []
    for script in scripts {
      let path = "\(package.contents)/\(script)"
      guard let file = try? InputFile(path, limit: 1 << 20), file.contents.starts(with: Array("#!/bin/sh".utf8)) else {
        continue
      }
      count += 1
      do throws(Program.Problem) {
        try Program.sh.attempt(["-n", path], environment: environment, in: workspace, timeout: 60)
      } catch {
        guard case .exit(_, let said) = error else { throw Program.sh.failure(error) }
        let words = said.oneLine.split(separator: "\(script):").last.map(String.init) ?? said.oneLine
        findings.append(
          Finding(.script, "\(script):\(words)", remedy: "correct the file that --postinst and its like name"))
      }
    }
    return .seen("\(count)", findings)
  }

  /// systemd understands every directive of every unit.
  private func units() throws(Failure) -> Trial.Result {
    guard (try? Program.systemdAnalyze.lookUp(in: context)) != nil else {
      return .skipped("systemd-analyze is not installed")
    }
    let folder = "\(package.contents)/usr/lib/systemd/system"
    let names = ((try? FileSystem.names(in: folder)) ?? []).filter { $0.hasSuffix(".service") && !$0.contains("@.") }
    guard !names.isEmpty else { return .skipped("no unit") }
    var findings: [Finding] = []
    var levels: [String] = []
    for name in names {
      let said = try answer(["verify", "--man=no", "--recursive-errors=no", "\(folder)/\(name)"])
      for line in said.split(separator: "\n") where line.contains(name) {
        // The program is the target's.
        if line.contains("is not executable: No such file") { continue }
        let words = line.split(separator: "\(folder)/").last ?? line
        findings.append(
          Finding(
            .unit, String(words.drop { $0 == " " }),
            remedy: "correct what --unit says"))
      }
      let security = try answer(["security", "--offline=yes", "--no-pager", "\(folder)/\(name)"])
      if let line = security.split(separator: "\n").last(where: { $0.contains("exposure level") }),
        let level = line.split(separator: " ").last(where: { Double($0) != nil })
      {
        levels.append("exposure \(level)")
      }
    }
    return .seen(levels.joined(separator: ", "), findings)
  }

  private func answer(_ words: [String]) throws(Failure) -> String {
    do throws(Program.Problem) {
      return try Program.systemdAnalyze.attempt(words, environment: environment, in: workspace, timeout: 60)
    } catch {
      if case .exit(_, let said) = error { return said }
      throw Program.systemdAnalyze.failure(error)
    }
  }

  /// lintian finds no error.
  private func lint() throws(Failure) -> Trial.Result {
    do throws(Program.Problem) {
      let said = try Program.lintian.attempt(
        ["--allow-root", "--profile", "debian", "--fail-on", "none", "--tag-display-limit", "0", package.path],
        environment: environment, in: workspace, timeout: 300)
      let lines = said.split(separator: "\n")
      let warnings = lines.count { $0.hasPrefix("W: ") }
      return .seen(
        warnings == 0 ? "" : "\(warnings) warnings",
        lines.filter { $0.hasPrefix("E: ") }.map { Finding(.lint, "lintian: \($0.dropFirst(3))") })
    } catch {
      if error == .notInstalled { return .skipped("lintian is not installed") }
      throw Program.lintian.failure(error)
    }
  }

  /// The absolute paths of the files that are installed.
  private func files(below folder: String) throws(Failure) -> [String] {
    var paths: [String] = []
    for name in try FileSystem.names(in: "\(package.contents)\(folder)") where !(folder.isEmpty && name == "DEBIAN") {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard lstat("\(package.contents)\(path)", &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR { paths += try files(below: path) } else { paths.append(path) }
    }
    return paths
  }
}

extension Program {
  fileprivate static let dpkgQuery = Program("dpkg-query", package: "dpkg")
  fileprivate static let cp = Program("cp", package: "coreutils")
  fileprivate static let systemdAnalyze = Program("systemd-analyze", package: "systemd")
  fileprivate static let lintian = Program("lintian", package: "lintian")
}
