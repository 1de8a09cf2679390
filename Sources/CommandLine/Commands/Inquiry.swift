/// What a command is asked about itself.
package enum Inquiry: Sendable, Equatable {
  /// The options that are needed most, or all.
  case usage, help
  case version, manual
  /// The completions of a shell.
  case completions(String)
}
