import CommandOptions
import Diagnostics

/// What a command is asked about itself.
package enum Inquiry: Sendable, Equatable {
  case help, version, manual
  /// The completions of a shell.
  case completions(String)
}

extension OptionTable {
  /// Options that `make install` alone asks for, so neither shown nor completed.
  ///
  /// - Parameter others: Those that only this command has.
  static func ofInstallation(
    into property: @escaping @autoclosure Option<Values>.Property<Inquiry?>, and others: [Option<Values>] = []
  ) -> OptionTable {
    OptionTable([
      OptionGroup(
        "Installation",
        [
          .request("print-manual", help: "Print the manual page.", into: property(), as: .manual),
          Option(
            "print-completions", argument: .required("SHELL"), help: "Print the completions of bash, zsh or fish."
          ) { values, shell in values[keyPath: property()] = .completions(shell ?? "") },
        ] + others)
    ])
  }

  /// Whether the first word is one of its options.
  func isAsked(by arguments: [String]) -> Bool {
    guard let word = arguments.first?.prefix(while: { $0 != "=" }) else { return false }
    return options.contains { $0.displayName == word }
  }
}

/// A command's options, and what it says of itself beside them.
struct CommandManual<Values> {
  let description: CommandDescription
  let table: OptionTable<Values>
  /// The day of the manual page.
  let date: String

  /// - Throws: A usage failure for a shell that is not known.
  func answer(_ inquiry: Inquiry, on console: Console) throws(Failure) {
    switch inquiry {
    case .help: console.answer(HelpText(description, table, width: console.width).text)
    case .version: console.answer("\(description.name) \(description.version)\n")
    case .manual: console.answer(ManualPage(description, table, date: date).text)
    case .completions(let name):
      guard let shell = Completions<Values>.Shell(rawValue: name) else {
        throw Failure.usage(
          .optionValue, "there are no completions for \(quoted(name))", remedy: "give bash, zsh or fish")
      }
      console.answer(Completions(description, table).script(for: shell))
    }
  }
}
