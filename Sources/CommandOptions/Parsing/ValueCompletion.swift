/// What a shell can offer to complete a value or an operand.
package enum ValueCompletion: Sendable, Equatable {
  case nothing
  case files
  /// Any file, but those with one of these endings first: `.tac`.
  case filesEnding([String])
  case directories
  /// The machine's own users and groups.
  case users
  case groups
  /// Who has a secret key that can sign, by mail address.
  case keys
  case words(WordChoice)

  package static func oneOf(_ words: @autoclosure @escaping @Sendable () -> [String]) -> Self {
    .words(WordChoice(words))
  }
}
