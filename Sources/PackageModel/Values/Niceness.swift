import Diagnostics

/// How far a service gives way to others when processors are scarce (systemd.exec(5), `Nice=`; nice(1)).
package struct Niceness: Sendable, Equatable, CustomStringConvertible {
  package let description: String

  /// - Throws: A usage failure for what is no whole number from -20 to 19.
  package init(option text: String) throws(Failure) {
    guard let number = Int(text), (-20...19).contains(number) else {
      throw Failure(
        .usage, "--nice takes a number from -20 to 19, not \(quoted(text))", remedy: "10 gives way to others")
    }
    description = String(number)
  }
}
