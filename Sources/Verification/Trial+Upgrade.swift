import Diagnostics
import Toolbox

/// An upgrade over a configuration that the administrator has edited.
extension Trial {
  private static let mark = "# Edited by the administrator."

  /// The conffiles in which a comment is a comment.
  static func editable(_ conffiles: [String]) -> [String] {
    let endings = [".tac", ".py", ".conf", ".cfg", ".ini", ".yaml", ".yml", ".toml"]
    return conffiles.filter { path in
      path.hasPrefix("/etc/default/") || endings.contains { path.hasSuffix($0) }
    }
  }

  func upgrade(isRunning: Bool) throws(Failure) -> Result {
    if former != nil {
      _ = try root.shell(#"apt-get --yes purge "$1" </dev/null 2>&1"#, [package.name], timeout: 300)
      let answer = try installFormer()
      guard answer.status == 0 else {
        return .seen("", InstallationLog(answer.output + answer.errors).findings)
      }
    }
    let files = Self.editable((former ?? package).conffiles)
    for file in files {
      _ = try root.shell(#"printf '\n%s\n' "$2" >>"$1""#, [file, Self.mark])
    }
    if case .seen(_, let findings) = try install(), !findings.isEmpty { return .seen("", findings) }
    var findings: [Finding] = []
    for file in files {
      let answer = try root.shell(#"grep -qsxF -- "$2" "$1""#, [file, Self.mark])
      if answer.status != 0 {
        findings.append(
          Finding(
            .configuration, "an upgrade takes back what the administrator wrote in \(file)",
            remedy: "let the package have it as a conffile, and write to it in no script"))
      }
    }
    // A version that did not run before is no worse after.
    if isRunning, !services.isEmpty {
      if case .seen(_, let causes) = try start(seconds: 2) { findings += causes }
      if findings.isEmpty, case .seen(_, let silent) = try answers(seconds: 15) { findings += silent }
    }
    let from = former.map { "from \($0.version)" } ?? "of itself"
    return .seen(from, findings)
  }
}
