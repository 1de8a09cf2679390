import Diagnostics

/// One option of a command: how it is written, what it says of itself, and what it changes in `Values`.
///
/// The same declaration serves the parser, `--help`, the manual page and the shells' completions.
package struct Option<Values>: Sendable {
  /// Whether a value follows, and the word that stands for it in the help.
  package enum Argument: Sendable, Equatable {
    /// A flag.
    case none
    case required(String)
    /// A value only when attached, `--name=value` or `-xvalue`, as getopt_long(3) has it.
    case optional(String)
    /// A value that may be left out: attached, or the next word unless that begins with a dash.
    case optionalWord(String)
  }

  /// Stores an occurrence. The value is nil for a flag and for an optional value left out.
  package typealias Setter = @Sendable (_ values: inout Values, _ value: String?) throws(Failure) -> Void

  /// The long names without dashes, the one to show first; all are shown and may be abbreviated.
  package var names: [String]
  /// More long names that are understood but neither shown nor suggested.
  package var hiddenNames: [String]
  /// The letter of the short form.
  package var letter: Character?
  package var argument: Argument
  /// Whether giving the option again adds to what was there instead of replacing it.
  package var isRepeatable = false
  /// Whether giving the option again is a mistake, for who does so means both.
  package var standsOnce = false
  /// Whether the rest of the command line does not matter once this option is seen, as for `--help`.
  package var endsParsing = false
  /// Whether it is about this one run, so that a configuration file cannot have it.
  package var isForOneRun = false
  /// What a configuration file that nobody named may say under its name; `nil` where none can have it.
  package var trust: Trust?
  /// Sentences that say what the option does.
  package var help: String
  /// What holds when the option is not given, as the help shows it.
  package var defaultText: String?
  /// What a shell offers as the value.
  package var completion: ValueCompletion
  package var set: Setter

  package init(
    _ name: String, _ letter: Character? = nil, aliases: [String] = [], hidden: [String] = [],
    argument: Argument = .none, default defaultText: String? = nil, completing completion: ValueCompletion = .nothing,
    help: String, set: @escaping Setter
  ) {
    names = [name] + aliases
    hiddenNames = hidden
    self.letter = letter
    self.argument = argument
    self.help = help
    self.defaultText = defaultText
    self.completion = completion
    self.set = set
  }

  /// The same option, kept out of configuration files.
  package var forOneRun: Self {
    var option = self
    option.isForOneRun = true
    return option
  }

  /// The same option, with what a configuration file that nobody named may say under its name.
  package func trusted(_ trust: Trust) -> Self {
    var option = self
    option.trust = trust
    return option
  }

  /// The name to show where only one fits, with its dashes.
  package var displayName: String { names.first.map { "--\($0)" } ?? letter.map { "-\($0)" } ?? "" }
}

/// Options that the help shows together under a heading.
package struct OptionGroup<Values>: Sendable {
  /// A noun phrase without a colon, e.g. `Package`.
  package var heading: String
  package var options: [Option<Values>]

  package init(_ heading: String, _ options: [Option<Values>]) {
    self.heading = heading
    self.options = options
  }
}
