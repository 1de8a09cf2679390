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
      try takeOff()
      if case .seen(_, let findings) = try installFormer(), !findings.isEmpty { return .seen("", findings) }
    }
    let files = Self.editable((former ?? package).conffiles)
    for file in files {
      _ = try root.shell(#"printf '\n%s\n' "$2" >>"$1""#, [file, Self.mark])
    }
    if case .seen(_, let findings) = try install(), !findings.isEmpty { return .seen("", findings) }
    var findings = try lostMarks(in: files, by: "an upgrade")
    findings += try unwell(isRunning)
    let from = former.map { "from \($0.version)" } ?? "of itself"
    return .seen(from, findings)
  }

  /// Back to the older version, which finds what the newer one has left: its files, its state, the edited configuration.
  func downgrade(isRunning: Bool) throws(Failure) -> Result {
    guard let former else { return .skipped("no older package is named") }
    let files = Self.editable(former.conffiles).filter { package.conffiles.contains($0) }
    if case .seen(_, let findings) = try installFormer(), !findings.isEmpty { return .seen("", findings) }
    return .seen("to \(former.version)", try lostMarks(in: files, by: "a downgrade") + (try unwell(isRunning)))
  }

  private func lostMarks(in files: [String], by event: String) throws(Failure) -> [Finding] {
    var findings: [Finding] = []
    for file in files {
      let answer = try root.shell(#"grep -qsxF -- "$2" "$1""#, [file, Self.mark])
      if answer.status != 0 {
        findings.append(
          Finding(
            .configuration, "\(event) takes back what the administrator wrote in \(file)",
            remedy: "let the package have it as a conffile, and write to it in no script"))
      }
    }
    return findings
  }

  /// What is wrong with the services now. One that did not run before is no worse after.
  private func unwell(_ isRunning: Bool) throws(Failure) -> [Finding] {
    guard isRunning, !services.isEmpty else { return [] }
    if case .seen(_, let causes) = try start(seconds: 2), !causes.isEmpty { return causes }
    if case .seen(_, let silent) = try answers(seconds: 15) { return silent }
    return []
  }
}
