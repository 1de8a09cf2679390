import Diagnostics

/// What a command line says.
package struct ParsedLine<Values> {
  /// The values with the options applied in order.
  package var values: Values
  /// The words that belong to no option.
  package var operands: [String]
  /// How many of the operands stand before `--`; what follows it may look like an option.
  package var plainCount: Int
  /// The options in order.
  package var given: [GivenOption]
}

/// All options of a command.
package struct OptionTable<Values>: Sendable {
  package var groups: [OptionGroup<Values>]

  package init(_ groups: [OptionGroup<Values>]) {
    self.groups = groups
  }

  /// The options in the order of the help.
  package var options: [Option<Values>] { groups.flatMap(\.options) }

  /// The options of these names, in the order of the names, in one group.
  func only(_ names: [String], under heading: String) -> OptionTable {
    let options = options
    return OptionTable([
      OptionGroup(heading, names.compactMap { name in options.first { $0.names.contains(name) } })
    ])
  }

  /// Reads a command line as getopt_long(3) of the GNU C library does, operands anywhere among the options.
  /// - Parameters:
  ///   - arguments: The words after the command's name.
  ///   - values: What holds for options that are not given.
  /// - Throws: A usage failure with one diagnostic for each mistake, those of the setters among them.
  package func parse(
    _ arguments: [String], into values: Values
  ) throws(Failure) -> ParsedLine<Values> {
    var reader = ArgumentReader(names: OptionNames(options), arguments: arguments, values: values)
    return try reader.read()
  }

  /// Names and letters that two options claim, with their dashes, for a test to find empty.
  package var clashes: [String] {
    let names = options.flatMap { option in
      (option.names + option.hiddenNames).map { "--\($0)" } + (option.letter.map { ["-\($0)"] } ?? [])
    }
    return Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
  }
}
