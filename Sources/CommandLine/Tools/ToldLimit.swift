import Diagnostics
import Synchronization

/// What is told at worst of an application that is still packaged (`--fail-on`).
package enum ToldLimit: String, Sendable, Equatable, CaseIterable {
  /// Warnings are too much.
  case warning
  /// Notes are, too.
  case note

  init(option text: String) throws(Failure) {
    guard let limit = Self(rawValue: text) else {
      throw Failure.usage(.optionValue, "--fail-on takes no \(quoted(text))", remedy: "give warning or note")
    }
    self = limit
  }

  /// - Throws: A build failure where more was told.
  func check(_ told: [Diagnostic]) throws(Failure) {
    let count = told.count { $0.severity == .warning || (self == .note && $0.severity == .note) }
    guard count > 0 else { return }
    throw Failure.build(
      .failOn,
      "nothing is built, because of --fail-on \(rawValue)",
      remedy: "act on what is told above, or leave --fail-on out")
  }
}
