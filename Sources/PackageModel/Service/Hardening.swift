import Diagnostics

/// How much of the system a unit withholds from its service (systemd.exec(5), sandboxing).
package enum Hardening: String, Sendable, Equatable, CaseIterable {
  /// Nothing beyond the user of its own.
  case none
  /// What practically no service misses: no new privileges, a read-only /usr and /boot, a /tmp of its own.
  case basic
  /// Everything that a network service can do without, fitted to what the application uses.
  case strict

  package init(option text: String) throws(Failure) {
    guard let level = Self(rawValue: text) else {
      throw Failure.usage(
        .optionValue, "--hardening takes none, basic or strict, not \(quoted(text))", remedy: "strict is usual")
    }
    self = level
  }
}
