/// What came of trying one package.
package struct Verdict: Sendable, Equatable, Encodable {
  /// Where something was tried.
  package enum Place: String, Sendable, Equatable, Encodable, CaseIterable {
    /// Nothing ran.
    case offline
    /// Booted, with systemd as the first process.
    case systemd
    /// In a root in which no init runs, by the init script.
    case initScript = "init-script"

    var title: String {
      switch self {
      case .offline: "offline"
      case .systemd: "systemd"
      case .initScript: "init script"
      }
    }
  }

  /// What was tried, in the order in which it is.
  package enum Check: String, Sendable, Equatable, Encodable, CaseIterable {
    case unpack, scripts, unit, lint
    case install, start, ports, log, sandbox, restart, reload, upgrade, downgrade, remove, purge
  }

  /// One cell of the table.
  package struct Cell: Sendable, Equatable, Encodable {
    package enum Outcome: String, Sendable, Equatable, Encodable { case passed, failed, skipped }

    package var place: Place
    package var check: Check
    package var outcome: Outcome
    /// What was seen where it passed, why it was skipped elsewhere.
    package var detail: String
    package var findings: [Finding]
    /// How long it took.
    package var seconds: Double
  }

  /// The file that was tried.
  package var file: String
  package var package: String
  package var version: String
  package var cells: [Cell] = []

  package init(file: String, package: String, version: String) {
    (self.file, self.package, self.version) = (file, package, version)
  }

  /// Whether no cell is wrong.
  package var isGood: Bool { cells.allSatisfy { $0.outcome != .failed } }
}
