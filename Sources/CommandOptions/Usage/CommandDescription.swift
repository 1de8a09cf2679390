/// What a command says of itself beside its options, for the help, the manual page and the completions.
package struct CommandDescription: Sendable {
  /// The name under which it is run.
  package var name: String
  package var version: String
  /// What it does, as a clause without a capital or full stop, e.g. `make a Debian package of a Twisted application`.
  package var summary: String
  /// What may follow the name, one line a form, e.g. `[OPTION]... [FILE]`.
  package var forms: [String]
  /// What a shell offers for operands.
  package var operandCompletion: ValueCompletion
  /// Paragraphs that tell more; the help shows the first, the manual page all.
  package var details: [String]
  /// Further sections of the manual page, e.g. `EXIT STATUS`.
  package var sections: [Section]

  package init(
    name: String, version: String, summary: String, forms: [String] = ["[OPTION]..."],
    operandCompletion: ValueCompletion = .nothing, details: [String] = [], sections: [Section] = []
  ) {
    self.name = name
    self.version = version
    self.summary = summary
    self.forms = forms
    self.operandCompletion = operandCompletion
    self.details = details
    self.sections = sections
  }

  /// A section of the manual page after the options.
  package struct Section: Sendable {
    /// In capitals, as man-pages(7) asks.
    package var heading: String
    package var blocks: [Block]
    /// Whether `--help` ends with it too.
    package var isInHelp: Bool

    package init(_ heading: String, inHelp isInHelp: Bool = false, _ blocks: [Block]) {
      self.heading = heading
      self.blocks = blocks
      self.isInHelp = isInHelp
    }
  }

  package enum Block: Sendable, Equatable {
    case paragraph(String)
    /// Lines shown as they are, e.g. a command to type.
    case example(String)
    /// A word and what it means, e.g. an exit status or a file.
    case definition(String, String)
  }
}
