import Diagnostics

/// A `TimerService`: something called again and again.
package struct Timer: Sendable, Equatable {
  /// The step in seconds.
  package var interval: Fact<Double>?
  /// The dotted name of what is called, where it has one.
  package var callable: String?
  package var certainty: Certainty
  package var location: SourceLocation

  package init(
    interval: Fact<Double>?, callable: String? = nil, certainty: Certainty = .sure, at location: SourceLocation
  ) {
    self.interval = interval
    self.callable = callable
    self.certainty = certainty
    self.location = location
  }
}
