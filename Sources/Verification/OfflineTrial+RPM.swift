import Diagnostics
import Toolbox

/// What can be found out about an RPM package without running anything of it.
extension OfflineTrial {
  private static let scriptlets = ["PRETRANS", "PREIN", "POSTIN", "PREUN", "POSTUN", "POSTTRANS"]

  /// Header and payload are what the package says of them.
  func digests() throws(Failure) -> Trial.Result {
    do throws(Program.Problem) {
      try Program.rpm.attempt(
        ["--checksig", "--nosignature", "--", package.path], environment: environment, in: workspace, timeout: 120)
      return .seen("", [])
    } catch {
      guard case .exit(_, let said) = error else { throw Program.rpm.failure(error) }
      return .seen(
        "", [Finding(.installation, "rpm cannot read the package: \(said.oneLine)", remedy: "build it again")])
    }
  }

  /// Every scriptlet is shell that can be read.
  func scriptlets() throws(Failure) -> Trial.Result {
    var count = 0
    var findings: [Finding] = []
    for tag in Self.scriptlets {
      let text = try Program.rpm.run(
        ["--query", "--package", "--nosignature", "--queryformat", "[%{\(tag)PROG}\n]\t%{\(tag)}", "--", package.path],
        environment: environment, in: workspace)
      let parts = text.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, parts[0].hasPrefix("/bin/sh"), parts[1] != "(none)" else { continue }
      count += 1
      let file = "\(package.contents)-\(tag)"
      try FileSystem.write(Array(parts[1].utf8), to: file)
      do throws(Program.Problem) {
        try Program.sh.attempt(["-n", file], environment: environment, in: workspace, timeout: 60)
      } catch {
        guard case .exit(_, let said) = error else { throw Program.sh.failure(error) }
        let words = said.oneLine.split(separator: "\(tag):").last.map(String.init) ?? said.oneLine
        findings.append(
          Finding(
            .script, "the scriptlet \(tag.lowercased()):\(words)",
            remedy: "correct the file that --postinst and its like name"))
      }
    }
    return .seen("\(count)", findings)
  }

  /// What rpmlint calls errors and no system asks for: whoever publishes a package signs it, Fedora and openSUSE want no
  /// `Group:`, and `Packager:` names a person where one was named.
  private static let accepted = ["no-signature", "no-group-tag", "no-packager-tag"]

  /// rpmlint finds no error in it.
  func rpmlint() throws(Failure) -> Trial.Result {
    do throws(Program.Problem) {
      let said = try Program.rpmlint.ask(
        [package.path], environment: environment, in: workspace, limits: ResourceLimits(), timeout: 300,
        outputLimit: 1 << 20
      ).output
      let lines = said.split(separator: "\n").filter { line in
        !Self.accepted.contains { line.contains($0) }
      }
      let warnings = lines.count { $0.contains(": W: ") }
      let errors = lines.compactMap { $0.split(separator: ": E: ").dropFirst().first }
      return .seen(
        warnings == 0 ? "" : "\(warnings) warnings", errors.map { Finding(.lint, "rpmlint: \($0)") })
    } catch {
      if error == .notInstalled { return .skipped("rpmlint is not installed") }
      throw Program.rpmlint.failure(error)
    }
  }
}

extension Program {
  fileprivate static let rpmlint = Program("rpmlint", package: "rpmlint")
}
