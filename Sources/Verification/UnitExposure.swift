import Diagnostics
import Toolbox

/// How much a unit leaves to its service, as `systemd-analyze security` rates it: from 0, nothing, to 10.
package struct UnitExposure: Sendable, Equatable {
  /// `1.5 OK`.
  package let level: String
  /// Its table, a line a directive.
  package let table: String

  /// - Returns: `nil` where systemd-analyze is not installed, or too old to read a unit that is nowhere (before 250).
  package static func of(unit: String, named name: String, _ context: BuildContext) throws(Failure) -> UnitExposure? {
    try context.withWorkspace { workspace throws(Failure) in
      let path = "\(workspace.path)/\(name)"
      try FileSystem.write(Array(unit.utf8), to: path)
      var environment = workspace.environment(from: context)
      environment["SYSTEMD_COLORS"] = "0"
      environment["SYSTEMD_EMOJI"] = "0"
      guard
        let answer = try? Program("systemd-analyze", package: "systemd").ask(
          ["security", "--offline=yes", "--no-pager", path], environment: environment, in: workspace,
          limits: ResourceLimits(), timeout: 60)
      else { return nil }
      let lines = answer.output.split(separator: "\n").map(String.init)
      guard let last = lines.last(where: { $0.contains("exposure level") }),
        let level = last.firstRange(of: ": ").map({ String(last[$0.upperBound...]) })
      else { return nil }
      return UnitExposure(level: level, table: lines.joined(separator: "\n"))
    }
  }
}
