/// What an administrator finds after a `LifecycleEvent`.
struct LifecycleOutcome: Equatable, Sendable, CustomStringConvertible {
  enum Enablement: String, Sendable { case enabled, disabled, masked, none }

  /// `none` where nothing knows the service.
  var enablement: Enablement
  /// Whether a twistd process of the service exists.
  var runs: Bool
  /// What answers on the port.
  var answer: String?
  /// Files that came with the service and that the package does not hold now, as far as they tell something: everything after a
  /// removal, and the other version of an edited file. Links of run levels are enablement.
  var left: [String]

  /// Runs, and answers with `answer`.
  static func up(_ enablement: Enablement, _ answer: String, left: [String] = []) -> Self {
    Self(enablement: enablement, runs: true, answer: answer, left: left)
  }

  static func down(_ enablement: Enablement, left: [String] = []) -> Self {
    Self(enablement: enablement, runs: false, answer: nil, left: left)
  }

  static let clean = down(.none)

  var description: String {
    let enabled = enablement == .none ? "not known" : enablement.rawValue
    let runs = runs ? "runs" : "stopped"
    let answers = answer.map { ", answers \($0)" } ?? (self.runs ? ", no answer" : "")
    let files = left.isEmpty ? "" : "; left: \(left.map { "`\($0)`" }.joined(separator: " "))"
    return "\(enabled), \(runs)\(answers)\(files)"
  }
}
