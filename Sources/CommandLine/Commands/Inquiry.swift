import CommandOptions
import Diagnostics

/// What a command is asked about itself.
package enum Inquiry: Sendable, Equatable {
  case help, version, manual
  /// The completions of a shell.
  case completions(String)
}
