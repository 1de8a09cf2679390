/// What runs an application of Twisted's or of Axiom's.
package enum Runner: String, Sendable, Equatable, CaseIterable {
  case twistd
  /// Runs plugins alone, stays in the foreground and logs to its standard output (twist(1)).
  case twist
  /// Runs a database of Axiom's, by twistd within it.
  case axiomatic
}
