/// What became of one of several packages.
enum FleetOutcome: String, Codable, Sendable {
  case made
  /// It was there, of the same inputs.
  case unchanged
  case failed
  /// It was not begun, for another one had failed.
  case skipped
}

/// One of several packages, with what the run that made it had to say.
struct FleetResult: Sendable {
  var title: String
  var outcome: FleetOutcome
  var answer: FleetAnswer?
}

extension Duration {
  var inSeconds: Double { self / .seconds(1) }
}
