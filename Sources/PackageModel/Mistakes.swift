import Diagnostics

/// Collects what is wrong with several values, so that all of it is told at once.
struct Mistakes {
  private var diagnostics: [Diagnostic] = []

  var failure: Failure { Failure(.usage, diagnostics) }
  var isEmpty: Bool { diagnostics.isEmpty }

  @discardableResult
  mutating func collect<Value>(_ body: () throws(Failure) -> Value) -> Value? {
    do {
      return try body()
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  /// The value read from a text, where there is one.
  mutating func collect<Value>(_ text: String?, reading read: (String) throws(Failure) -> Value) -> Value? {
    guard let text else { return nil }
    return collect { () throws(Failure) in try read(text) }
  }

  func throwAll() throws(Failure) {
    if !diagnostics.isEmpty { throw failure }
  }
}
