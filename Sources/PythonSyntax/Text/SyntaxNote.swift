/// Something noticed while reading source: a statement that was skipped, an encoding that was guessed.
package struct SyntaxNote: Sendable, Equatable {
  /// The line, counted from 1.
  package var line: Int
  /// A clause without a final full stop.
  package var message: String

  package init(line: Int, message: String) {
    self.line = line
    self.message = message
  }
}
