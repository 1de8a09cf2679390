import PythonEvaluation
import ApplicationFacts
import Diagnostics
import PythonSyntax
import Text

/// The words after a plugin's name on twistd's command line, and which plugin they are for.
package struct PluginCommand: Sendable {
  package var plugin: String?
  package var arguments: [String]

  package init(plugin: String? = nil, arguments: [String] = []) {
    self.plugin = plugin
    self.arguments = arguments
  }
}

extension Evaluator {
  /// Words for an instance of a class of options, and whose they are.
  struct GivenWords {
    var words: [String]
    var plugin: String
    var place: SourceLocation
    /// Whether nothing else is given, so that what twistd would refuse is a mistake.
    var isAll = true

    func failure(_ message: String) -> Failure {
      Failure.usage(.pluginOption, message, at: place, remedy: "see twistd \(plugin) --help")
    }
  }

  /// Makes an instance of a class of options with the default of each, as twistd does before it takes words apart.
  mutating func makeOptions(_ type: Int) -> PythonValue {
    let value = make(.instance(of: .object(type)), at: Node.none)
    guard case .object(let number) = value else { return value }
    for (attribute, isFlag) in [("optFlags", true), ("optParameters", false)] {
      // The nearest class comes last, and stays.
      for cells in optionRows(attribute, of: .object(type)).reversed() {
        guard let name = cells.first.flatMap({ literal($0) }) else { continue }
        setOption(name, of: number, to: isFlag ? .integer(0) : cells.indices.contains(2) ? cells[2] : .none)
      }
    }
    _ = callMember("__init__", of: number, PythonArguments(), at: Node.none)
    return value
  }

  private mutating func setOption(_ name: String, of number: Int, to value: PythonValue) {
    let symbol = symbol("[\(name)]")
    setAttribute(symbol, of: number, to: value)
  }

  /// Takes words apart with the options that a class declares, as `twisted.python.usage.Options.parseOptions` does, and
  /// lets the instance hold them.
  ///
  /// - Parameter number: An instance of the class.
  /// - Throws: A usage failure for words that twistd would refuse.
  mutating func give(_ given: GivenWords, to number: Int, of type: Int) throws(Failure) {
    let (plugin, place) = (given.plugin, given.place)
    let known = options(of: type).map { StockPlugin.Option(name: $0.name, short: $0.short, isFlag: $0.isFlag) }
    let parsed: StockOptions
    do throws(Failure) {
      parsed = try StockOptions.parse(given.words, known: known, of: plugin, at: place)
    } catch {
      guard given.isAll, isWhole(optionsOf: type) else {
        findings.note(
          .codeUnread, "the options that are given are not all known, for some are defined in code that was not read",
          at: place)
        return
      }
      throw error
    }
    for name in parsed.order {
      let method = "opt_" + String(name.map { $0 == "-" ? "_" : $0 })
      let values: [PythonValue] = parsed.values[name, default: []].map { .text($0) }
      if hasMember(method, number) {
        for value in values.isEmpty ? [nil] : values.map(Optional.some) {
          try callChecked(method, with: PythonArguments(positional: value.map { [$0] } ?? []), of: number, given: given)
        }
      } else if let text = parsed[name] {
        let value = try coerced(text, as: name, of: number, given: given)
        setOption(name, of: number, to: value)
      } else {
        setOption(name, of: number, to: .integer(1))
      }
    }
    if try !giveSubcommand(parsed.rest, to: number, of: type, given) {
      if hasMember("parseArgs", number) {
        try callChecked(
          "parseArgs", with: PythonArguments(positional: parsed.rest.map { .text($0) }), of: number, given: given)
      } else if let word = parsed.rest.first, given.isAll, isWhole(optionsOf: type) {
        throw given.failure("the plugin \(plugin) takes no word that is not an option's: \(quoted(word))")
      }
    }
    try callChecked("postOptions", with: PythonArguments(), of: number, given: given)
  }

  /// Calls a method of an instance of options, if it has it.
  ///
  /// - Throws: A usage failure where it surely raises, as for words that it refuses.
  private mutating func callChecked(
    _ method: String, with arguments: PythonArguments, of number: Int, given: GivenWords
  ) throws(Failure) {
    guard hasMember(method, number), isAlive else { return }
    let raised = surelyRaised { _ = $0.callMember(method, of: number, arguments, at: Node.none) }
    guard let raised, given.isAll else { return }
    throw given.failure("the plugin \(given.plugin) refuses its options: \(described(raised))")
  }

  /// Whether all that a class of options inherits from was read, or is Twisted's.
  private func isWhole(optionsOf type: Int) -> Bool {
    ancestry(of: .object(type)).allSatisfy { ancestor in
      switch ancestor {
      case .object: true
      case .name(let name): KnownNames.isTwisted(name) || !name.contains(".")
      default: false
      }
    }
  }

  /// Gives the first word and those after it to the subcommand of that name; false where there are no subcommands, or
  /// none is meant.
  private mutating func giveSubcommand(
    _ words: [String], to number: Int, of type: Int, _ given: GivenWords
  ) throws(Failure) -> Bool {
    let rows = optionRows("subCommands", of: .object(type))
    let usual = names.find("defaultSubCommand").flatMap { classMember($0, of: .object(type)) }.flatMap { literal($0) }
    guard !rows.isEmpty, let word = words.first ?? usual else { return false }
    for cells in rows where cells.count >= 3 {
      let calls = cells.prefix(2).compactMap { literal($0) }
      guard calls.contains(word), let name = calls.first else { continue }
      let (command, options) = (symbol("subCommand"), symbol("subOptions"))
      setAttribute(command, of: number, to: .text(name))
      guard case .object(let inner) = cells[2], case .classObject = objects[inner].kind else {
        setAttribute(options, of: number, to: .unknown("the options of \(name)"))
        return true
      }
      let value = makeOptions(inner)
      setAttribute(options, of: number, to: value)
      guard case .object(let below) = value else { return true }
      let parent = symbol("parent")
      setAttribute(parent, of: below, to: .object(number))
      var rest = given
      rest.words = Array(words.dropFirst())
      rest.plugin += " \(name)"
      try give(rest, to: below, of: inner)
      return true
    }
    if given.isAll, isWhole(optionsOf: type) {
      let all = rows.compactMap { $0.first.flatMap { literal($0) } }.prefix(20).joined(separator: ", ")
      throw given.failure("\(quoted(word)) is no command of the plugin \(given.plugin), which has \(all)")
    }
    return false
  }

  /// What twistd is told no more of: an administrator may give it, so that what is there is a default.
  mutating func openOptions(_ number: Int) {
    for (symbol, value) in objects[number].attributes {
      let name = names.text(symbol)
      guard name.hasPrefix("["), name.hasSuffix("]") else { continue }
      let origin = "option:\(name.dropFirst().dropLast())"
      if case .unknown(let unknown) = value {
        // A default that is read elsewhere is one all the same.
        setAttribute(symbol, of: number, to: .unknown(origin, fallback: unknown.fallback))
      } else if let replaced = replaced(value, origin) {
        setAttribute(symbol, of: number, to: replaced)
      }
    }
    let (command, options) = (symbol("subCommand"), symbol("subOptions"))
    if case .object(let below)? = objects[number].attributes[options] {
      openOptions(below)
    } else if names.find("subCommands").flatMap({ classMember($0, of: .object(number)) }) != nil
      || hasMember("subCommands", number)
    {
      setAttribute(command, of: number, to: .unknown("the command line"))
      setAttribute(options, of: number, to: .unknown("the command line"))
    }
  }

  /// `options.parseOptions(["--port", "8080"])`: words that a program gives to its own or a plugin's options.
  mutating func parseOptions(_ arguments: PythonArguments, of number: Int, at id: UInt32) {
    guard case .instance(.object(let type)) = objects[number].kind else { return }
    var words: [String] = []
    if let list = arguments.value(0, "options") {
      guard let (values, _) = elements(of: list) else { return }
      for value in values {
        guard case .text(let word) = value, !MarkedText.hasHole(word) else { return }
        words.append(word)
      }
    } else if let programArguments {
      words = programArguments
    } else {
      return
    }
    let place = location(id)
    // All that is given is known here, so that what is not given has its default.
    for (name, value) in declaredOptions(.object(number)) ?? [] {
      guard case .unknown(let origin) = value else { continue }
      setAttribute(symbol("[\(name)]"), of: number, to: origin.fallback ?? PythonValue.none)
    }
    do throws(Failure) {
      try give(GivenWords(words: words, plugin: "itself", place: place, isAll: false), to: number, of: type)
    } catch {
      findings.note(.pluginOption, error.diagnostics.first?.message ?? "the options are wrong", at: place)
    }
  }

  /// The value of an option with the function that its row names: `['port', 'p', 8080, 'The port.', int]`.
  private mutating func coerced(
    _ text: String, as name: String, of number: Int, given: GivenWords
  ) throws(Failure) -> PythonValue {
    guard let row = optionRow(name, of: number), row.count >= 5, !row[4].isNone else { return .text(text) }
    let function = row[4]
    switch function {
    case .name("int"), .name("twisted.python.usage.portCoerce"):
      guard let value = Int(text.trimmed) else {
        throw Failure.usage(
          .pluginOption, "--\(name) of the plugin \(given.plugin) takes a number, not \(quoted(text))", at: given.place,
          remedy: "give it one after --")
      }
      return .integer(value)
    case .name("float"):
      return Double(text.trimmed).map { .float($0) } ?? .unknown("option:\(name)")
    case .name("str"): return .text(text)
    default:
      var value = PythonValue.unknown("option:\(name)")
      let raised = surelyRaised {
        value = $0.apply(function, PythonArguments(positional: [.text(text)]), at: Node.none)
      }
      guard let raised else { return value }
      if given.isAll {
        throw given.failure(
          "--\(name) of the plugin \(given.plugin) does not take \(quoted(text)): \(described(raised))")
      }
      return .unknown("option:\(name)")
    }
  }
}
