/// A construct that only one generation of Python can parse.
package struct GrammarEvidence: Sendable, Equatable {
  /// Python 2 or 3.
  package var generation: Int
  package var line: Int
  /// The construct, e.g. `a print statement`.
  package var construct: String

  package init(generation: Int, line: Int, construct: String) {
    self.generation = generation
    self.line = line
    self.construct = construct
  }
}
