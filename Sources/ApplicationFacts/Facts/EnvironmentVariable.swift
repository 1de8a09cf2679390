import Diagnostics

/// A variable of the environment that the application reads.
package struct EnvironmentVariable: Sendable, Equatable {
  package var name: String
  /// What the application takes where it is not set, as text. Never that of what is named as a secret.
  package var fallback: String?
  /// Whether the application surely does not start where it is not set: nothing catches the `KeyError`.
  package var isRequired: Bool
  package var certainty: Certainty
  package var location: SourceLocation

  package init(
    _ name: String, fallback: String? = nil, isRequired: Bool = false, certainty: Certainty = .sure,
    at location: SourceLocation
  ) {
    self.name = name
    self.fallback = fallback
    self.isRequired = isRequired
    self.certainty = certainty
    self.location = location
  }
}
