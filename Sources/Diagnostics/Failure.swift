/// The error that ends a run: what kind of failure it was, and everything that was found wrong.
///
/// Validation reports all mistakes at once, so a failure may carry several diagnostics.
package struct Failure: Error, Sendable, Equatable {
  /// The kinds of failure, which decide the exit status.
  package enum Kind: Sendable, Equatable {
    /// Exit status 1: the package could not be built.
    case build
    /// Exit status 2: the command line or a value given there is wrong.
    case usage
    /// Exit status 3: the application file cannot be used.
    case application
  }

  package var kind: Kind
  package var diagnostics: [Diagnostic]

  package init(_ kind: Kind, _ diagnostics: [Diagnostic]) {
    self.kind = kind
    self.diagnostics = diagnostics
  }

  package static func build(
    _ code: Diagnostic.Code, _ message: String, at location: SourceLocation? = nil, remedy: String? = nil
  ) -> Self {
    Self(.build, [.error(code, message, at: location, remedy: remedy)])
  }

  package static func usage(
    _ code: Diagnostic.Code, _ message: String, at location: SourceLocation? = nil, remedy: String? = nil
  ) -> Self {
    Self(.usage, [.error(code, message, at: location, remedy: remedy)])
  }

  package static func application(
    _ code: Diagnostic.Code, _ message: String, at location: SourceLocation? = nil, remedy: String? = nil
  ) -> Self {
    Self(.application, [.error(code, message, at: location, remedy: remedy)])
  }
}
