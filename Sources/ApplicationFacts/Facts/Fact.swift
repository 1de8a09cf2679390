import Diagnostics

/// How far a fact read from an application file can be trusted.
package enum Certainty: String, Sendable, Equatable, Hashable, CaseIterable {
  /// The file says so on every path through it.
  case sure
  /// The file says so on some paths only: one branch of an `if`, the body of a `try`, a platform check.
  case conditional
  /// The file refers to something that only running it would tell.
  case unknown
}

/// One thing that an application file says, with the place where it says it.
package struct Fact<Value: Sendable & Equatable>: Sendable, Equatable {
  /// The value, or `nil` when it cannot be known without running the application.
  package var value: Value?
  package var certainty: Certainty
  /// Where an unknown (or defaulted) value comes from: `env:PORT`, `config:server.port`, `import:settings.PORT`, or
  /// a short reason such as `a call of makeName()`.
  package var origin: String?
  /// The value used when the origin says nothing, e.g. the 8080 of `os.environ.get("PORT", 8080)`.
  package var fallback: Value?
  package var location: SourceLocation
  /// The source from whose folder a path starts (its `__file__`), as value or as fallback, or `~` for the home folder;
  /// `nil` for other paths.
  package var base: String?
  /// The configuration file that has the fallback.
  package var configuration: String?

  package init(
    _ value: Value?, _ certainty: Certainty = .sure, at location: SourceLocation, origin: String? = nil,
    fallback: Value? = nil, base: String? = nil
  ) {
    self.value = value
    self.certainty = value == nil ? .unknown : certainty
    self.location = location
    self.origin = origin
    self.fallback = fallback
    self.base = base
  }

  /// The value where there is one, else the default that the application itself falls back on.
  package var likely: Value? { value ?? fallback }
}
