/// One thing to tell the user: what is wrong (or noteworthy), where, and the way out.
///
/// A diagnostic is a plain value; turning it into a line for a person or into JSON happens in one place, at the edge.
package struct Diagnostic: Sendable, Equatable, Hashable {
  package enum Severity: String, Sendable, Equatable, Hashable {
    case note, warning, error
  }

  /// The kind of fact that it is about, where it says what becomes of one.
  package enum Topic: Sendable, Equatable, Hashable {
    case port, file, variable, module
  }

  package var severity: Severity
  package var code: Code
  /// A clause without a final full stop, e.g. `the package name has an upper-case letter: "My App!"`.
  package var message: String
  /// The place in the input that it is about, if there is one.
  package var location: SourceLocation?
  /// What the user can do, as an imperative clause, e.g. `try --protocol my-app`.
  package var remedy: String?
  package var topic: Topic?

  package init(
    _ severity: Severity, code: Code, message: String, at location: SourceLocation? = nil, remedy: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.location = location
    self.remedy = remedy
  }

  /// The same, about a kind of fact.
  package func about(_ topic: Topic) -> Self {
    var diagnostic = self
    diagnostic.topic = topic
    return diagnostic
  }

  package static func error(
    _ code: Code, _ message: String, at location: SourceLocation? = nil, remedy: String? = nil
  ) -> Self {
    Self(.error, code: code, message: message, at: location, remedy: remedy)
  }

  package static func warning(
    _ code: Code, _ message: String, at location: SourceLocation? = nil, remedy: String? = nil
  ) -> Self {
    Self(.warning, code: code, message: message, at: location, remedy: remedy)
  }

  package static func note(
    _ code: Code, _ message: String, at location: SourceLocation? = nil, remedy: String? = nil
  ) -> Self {
    Self(.note, code: code, message: message, at: location, remedy: remedy)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `web.tac:7: message; remedy`, the form in which compilers report and editors jump to a place.
  package var description: String {
    let place = location.map { "\($0): " } ?? ""
    let way = remedy.map { "; \($0)" } ?? ""
    return "\(place)\(message)\(way)"
  }
}
