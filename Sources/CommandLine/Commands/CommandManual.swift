import CommandOptions
import Diagnostics

/// A command's options, and what it says of itself beside them.
struct CommandManual<Values> {
  let description: CommandDescription
  let table: OptionTable<Values>
  /// The options that are needed most, by their long names.
  let essentials: [String]
  /// The day of the manual page.
  let date: String

  /// - Throws: A usage failure for a shell that is not known.
  func answer(_ inquiry: Inquiry, on console: Console) throws(Failure) {
    switch inquiry {
    case .usage: console.answer(HelpText(description, table, only: essentials, width: console.width).text)
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
