import ApplicationFacts
import CommandOptions
import Conversion
import Diagnostics

/// What the command line of `mktap` says before the plugin's name.
package struct MakeOptions: Sendable {
  package var inquiry: Inquiry?
  package var isQuiet = false
  package var user: PluginSource.Account?
  package var group: PluginSource.Account?
  package var processName: String?
  /// Told from the file of `--append` where it is not given.
  package var type: ApplicationFormat?
  package var isEncrypted = false
  package var passphraseFile: String?
  /// The application file that gets the service.
  package var appended: String?

  package init() {}

  /// The options of Twisted's own `mktap`.
  package static let table = OptionTable<MakeOptions>([
    OptionGroup(
      "Application",
      [
        .value(
          "uid", "u", placeholder: "USER", completing: .users,
          help: "The user to run as: a number, or a name of the target system.",
          into: \.user, reading: { (text: String) throws(Failure) in try account(text) }),
        .value(
          "gid", "g", placeholder: "GROUP", completing: .groups,
          help: "The group to run as: a number, or a name of the target system.",
          into: \.group, reading: { (text: String) throws(Failure) in try account(text) }),
        .value(
          "append", "a", placeholder: "FILE", completing: Tool.applicationFiles,
          help: "Give the service to the application of a file. A .tap, .tas or .tax is converted to a .tac beside it.",
          into: \.appended),
        .value(
          "appname", "n", placeholder: "NAME", help: "The name that the process shows, and its log and pid files have.",
          into: \.processName),
        .value(
          "type", "t", placeholder: "TYPE", default: "tac", completing: .oneOf(["tac", "pickle", "source", "xml"]),
          help: "The result's type: tac (Python source), pickle (.tap), source (.tas) or xml (.tax).", into: \.type,
          reading: { (text: String) throws(Failure) in try ConvertOptions.outputFormat(text) }),
        .flag(
          "encrypted", "e",
          help: "Encrypt a pickle, source or xml. Twisted up to 17.1 reads it; the cipher is weak.", into: \.isEncrypted
        ),
        .value(
          "passphrase-file", placeholder: "FILE", completing: .files,
          help: "A file whose first line is the passphrase, for --encrypted.", into: \.passphraseFile),
      ]),
    OptionGroup(
      "Output",
      [
        .flag(
          "debug", "d", help: "Accepted as in the original; no plugin is loaded, so there is nothing to tell.",
          into: \.isDebug),
        .flag("quiet", "q", help: "Print the path of the result alone, and no notes.", into: \.isQuiet),
        .request("usage", "h", help: "Show the options that are needed most.", into: \.inquiry, as: .usage),
        .request(
          "help", help: "Show all options and the plugins. After a plugin's name: its options.", into: \.inquiry,
          as: .help),
        .request("version", help: "Show the version.", into: \.inquiry, as: .version),
      ]),
  ])

  private var isDebug = false

  private static func account(_ text: String) throws(Failure) -> PluginSource.Account {
    if let number = Int(text), number >= 0 { return .number(number) }
    guard !text.isEmpty, text.allSatisfy({ $0.isLetter || $0.isNumber || "_-.".contains($0) }), Int(text) == nil else {
      throw Failure.usage(.optionValue, "\(quoted(text)) is not a user or group", remedy: "give a name or a number")
    }
    return .name(text)
  }

  /// - Throws: A usage failure for options that are about a new application.
  func checkAppending() throws(Failure) {
    guard user == nil, group == nil, processName == nil else {
      throw Failure.usage(
        .optionsExclude, "--append leaves the application's user, group and name as they are",
        remedy: "leave --uid, --gid and --appname out")
    }
  }

  /// What is saved of an application; numbers stand in it for user and group, as in the original's.
  func application(named name: String) throws(Failure) -> SavedGraph.EmptyApplication {
    var numbers: [Int?] = []
    for account in [user, group] {
      switch account {
      case .number(let number)?: numbers.append(number)
      case .name(let name)?:
        throw Failure.usage(
          .optionValue, "a saved application has the number of its user or group, not a name: \(quoted(name))",
          remedy: "give the number, or leave --type out to get a .tac")
      case nil: numbers.append(nil)
      }
    }
    return SavedGraph.EmptyApplication(name: name, user: numbers[0], group: numbers[1], processName: processName)
  }

  /// The words before the plugin's name, and those from it on: what follows it is the plugin's own.
  static func split(_ arguments: [String]) -> (own: [String], plugin: [String]) {
    var index = 0
    while index < arguments.count {
      let word = arguments[index]
      guard word.hasPrefix("-"), word != "-" else { break }
      index += 1
      if word == "--" { return (Array(arguments[..<(index - 1)]), Array(arguments[index...])) }
      if takesNext(word) { index += 1 }
    }
    let end = min(index, arguments.count)
    return (Array(arguments[..<end]), Array(arguments[end...]))
  }

  /// Whether an option's value is the word after it.
  private static func takesNext(_ word: String) -> Bool {
    if word.hasPrefix("--") {
      let name = word.dropFirst(2)
      let exact = table.options.first { $0.names.contains(String(name)) }
      let meant = exact ?? table.options.first { option in option.names.contains { $0.hasPrefix(name) } }
      return !name.contains("=") && meant.map { takesValue($0) } ?? false
    }
    for (place, letter) in word.dropFirst().enumerated() {
      guard let option = table.options.first(where: { $0.letter == letter }) else { return false }
      if takesValue(option) { return place == word.count - 2 }
    }
    return false
  }

  private static func takesValue(_ option: Option<MakeOptions>) -> Bool {
    if case .required = option.argument { true } else { false }
  }
}
