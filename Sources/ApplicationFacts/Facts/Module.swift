import Diagnostics

/// A Python module that the application needs.
package struct Module: Sendable, Equatable {
  package enum Kind: String, Sendable, Equatable {
    case standardLibrary, twisted, thirdParty
    /// Found beside the application file, so it is the application's own code.
    case local
  }
  /// The dotted name, e.g. `twisted.web.server`.
  package var name: String
  package var kind: Kind
  package var certainty: Certainty
  package var location: SourceLocation
  /// Whether a stub says what it does.
  package var isDescribed = false

  package init(_ name: String, _ kind: Kind, certainty: Certainty = .sure, at location: SourceLocation) {
    self.name = name
    self.kind = kind
    self.certainty = certainty
    self.location = location
  }
}
