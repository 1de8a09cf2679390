import PythonSyntax

/// Parsers of the command line: `argparse` and `optparse`, whose options have names and defaults of their own.
package extension Evaluator {
  static let namespaceName = "argparse.Namespace"

  static func isCommandLineParser(_ name: String) -> Bool {
    ["argparse.ArgumentParser", "optparse.OptionParser", "configargparse.ArgumentParser", "configargparse.ArgParser"]
      .contains(name)
  }

  /// A method of a parser; `nil` for those that change nothing.
  mutating func parserMethod(
    _ name: String, of number: Int, types: [String], with arguments: PythonArguments, at id: UInt32
  ) -> PythonValue? {
    switch name {
    case "add_argument", "add_option", "add":
      declareOption(arguments, of: number, at: id)
      return .unknown("an option")
    case "add_argument_group", "add_mutually_exclusive_group", "add_option_group", "add_subparsers", "add_parser":
      return .object(number)
    case "set_defaults":
      for argument in arguments.named {
        setOption(argument.name, named: argument.name, to: argument.value, of: number, isNew: false)
      }
      return PythonValue.none
    case "parse_args", "parse_known_args", "parse_intermixed_args", "parse":
      let found = makeInstance(Self.namespaceName, PythonArguments(positional: [.object(number)]), at: id)
      let isPair = name == "parse_known_args" || types.contains("optparse.OptionParser")
      return isPair ? .tuple([found, .unknown("the command line")]) : found
    default: return nil
    }
  }

  private mutating func declareOption(_ arguments: PythonArguments, of number: Int, at id: UInt32) {
    let flags = arguments.positional.compactMap { literal($0) }
    guard let flag = flags.first(where: { $0.hasPrefix("--") }) ?? flags.first else { return }
    let name = String(flag.drop { $0 == "-" })
    let given: String? = if case .text(let text)? = arguments["dest"] { text } else { nil }
    let destination = given ?? String(name.map { $0 == "-" ? "_" : $0 })
    var value = arguments["default"] ?? .none
    if arguments["default"] == nil, case .text(let action)? = arguments["action"] {
      if action == "store_true" { value = .bool(false) }
      if action == "store_false" { value = .bool(true) }
    }
    let isNumber =
      switch arguments["type"] {
      case .name("int")?, .text("int")?: true
      default: false
      }
    var isGiven = false
    if let given = givenValue(of: flags, action: arguments["action"]) { (value, isGiven) = (given, true) }
    if isNumber, case .text = value, let number = callBuiltin("int", PythonArguments(positional: [value]), at: id) {
      value = number
    }
    if isGiven { return setAttribute(symbol("[\(destination)]"), of: number, to: value) }
    setOption(destination, named: name, to: value, of: number, isNew: true)
  }

  /// What a program is told of an option; `nil` where it is told nothing.
  private func givenValue(of flags: [String], action: PythonValue?) -> PythonValue? {
    guard let words = programArguments else { return nil }
    var found: PythonValue?
    for (index, word) in words.enumerated() {
      if word == "--" { break }
      for flag in flags where flag.hasPrefix("-") {
        if word == flag {
          switch action {
          case .text("store_true")?: found = .bool(true)
          case .text("store_false")?: found = .bool(false)
          case nil, .text("store")?:
            if words.indices.contains(index + 1) { found = .text(words[index + 1]) }
          default: found = .unknown("the command line")
          }
        } else if flag.hasPrefix("--"), word.hasPrefix(flag + "=") {
          found = .text(String(word.dropFirst(flag.count + 1)))
        } else if !flag.hasPrefix("--"), !word.hasPrefix("--"), word.hasPrefix(flag), action == nil {
          found = .text(String(word.dropFirst(flag.count)))
        }
      }
    }
    return found
  }

  /// The parsers of two subcommands may give one name different defaults, which then speaks for neither.
  private mutating func setOption(
    _ destination: String, named name: String, to value: PythonValue, of number: Int, isNew: Bool
  ) {
    let symbol = symbol("[\(destination)]")
    var fallback: PythonValue? = value.isScalar ? value : nil
    if case .unknown(let unknown) = value { fallback = unknown.fallback }
    if case .none = value { fallback = nil }
    let option = PythonValue.unknown("option:\(name)", fallback: fallback)
    if isNew, let earlier = objects[number].attributes[symbol], !earlier.isSame(as: option) {
      setAttribute(symbol, of: number, to: .unknown("option:\(name)"))
    } else {
      setAttribute(symbol, of: number, to: option)
    }
  }

  /// What was parsed under a name.
  func parsed(_ name: String, _ number: Int) -> PythonValue {
    if let given = objects[number].arguments[name] { return given }
    guard case .object(let parser)? = objects[number].arguments.positional.first, objects.indices.contains(parser),
      let symbol = names.find("[\(name)]"), let value = objects[parser].attributes[symbol]
    else { return .unknown("option:\(name)") }
    return value
  }
}
