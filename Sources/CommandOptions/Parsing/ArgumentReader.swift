import Diagnostics

/// One pass over a command line.
struct ArgumentReader<Values> {
  private let names: OptionNames<Values>
  private let arguments: [String]
  private var next = 0
  private var values: Values
  private var operands: [String] = []
  private var mistakes: [Diagnostic] = []
  /// The options that were given and that stand once only.
  private var single: Set<String> = []
  private var given: [GivenOption] = []
  /// Set once an option like `--help` is seen.
  private var isSettled = false

  init(names: OptionNames<Values>, arguments: [String], values: Values) {
    self.names = names
    self.arguments = arguments
    self.values = values
  }

  mutating func read() throws(Failure) -> ParsedLine<Values> {
    while !isSettled, let argument = nextArgument() {
      // Characters would join a dash with a combining mark after it; getopt_long compares bytes.
      let bytes = argument.utf8
      if argument == "--" {
        let count = operands.count
        operands += arguments[next...]
        return try line(plain: count)
      } else if bytes.starts(with: "--".utf8) {
        readLong(argument)
      } else if bytes.first == UInt8(ascii: "-"), bytes.count > 1 {
        readShort(argument)
      } else {
        operands.append(argument)
      }
    }
    return try line(plain: operands.count)
  }

  private func line(plain count: Int) throws(Failure) -> ParsedLine<Values> {
    guard mistakes.isEmpty else { throw Failure(.usage, mistakes) }
    return ParsedLine(values: values, operands: operands, plainCount: count, given: given)
  }

  private mutating func nextArgument() -> String? {
    guard next < arguments.count else { return nil }
    defer { next += 1 }
    return arguments[next]
  }

  /// `--name`, `--name=value`, `--name value`, or an abbreviation.
  private mutating func readLong(_ argument: String) {
    let bytes = argument.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: 2)
    let equals = bytes.firstIndex(of: UInt8(ascii: "="))
    let name = argument[start..<(equals ?? bytes.endIndex)]
    let attached = equals.map { String(argument[bytes.index(after: $0)...]) }
    switch names.option(name: name) {
    case .option(let option):
      readValue(of: option, attached: attached)
    case .ambiguous(let candidates):
      report(
        "option \(quoted("--\(name)")) is ambiguous: \(candidates.joined(separator: ", "))",
        remedy: "write out the one you mean, e.g. \(candidates[0])")
    case .unknown:
      report("there is no option \(quoted("--\(name)"))", remedy: "try \(names.nearest(to: name) ?? "--help")")
    }
  }

  private mutating func readValue(of option: Option<Values>, attached: String?) {
    switch (option.argument, attached) {
    case (.none, nil), (.optional, _), (.optionalWord, .some), (.required, .some):
      apply(option, attached)
    case (.optionalWord, nil):
      let isValue = next < arguments.count && !arguments[next].utf8.starts(with: "-".utf8)
      apply(option, isValue ? nextArgument() : nil)
    case (.none, let value?):
      report(
        "option \(option.displayName) takes no value, but has \(quoted(value))",
        remedy: "write \(option.displayName) alone")
    case (.required, nil):
      applyFollowing(option, writtenAs: option.displayName)
    }
  }

  /// `-x`, `-xvalue`, `-x value`, or several flags in one word with perhaps such an option at its end.
  private mutating func readShort(_ argument: String) {
    let letters = argument.unicodeScalars
    var index = letters.index(after: letters.startIndex)
    while index < letters.endIndex, !isSettled {
      let letter = Character(letters[index])
      index = letters.index(after: index)
      guard let option = names.option(letter: letter) else {
        reportUnknown(letter, in: argument)
        continue
      }
      if option.argument == .none {
        apply(option, nil)
      } else if index < letters.endIndex {
        return apply(option, String(argument[index...]))
      } else if case .optional = option.argument {
        apply(option, nil)
      } else if case .optionalWord = option.argument {
        readValue(of: option, attached: nil)
      } else {
        applyFollowing(option, writtenAs: "-\(letter)")
      }
    }
  }

  /// The next word is the value, whatever it looks like.
  private mutating func applyFollowing(_ option: Option<Values>, writtenAs name: String) {
    guard let value = nextArgument() else {
      let placeholder = if case .required(let word) = option.argument { word } else { "value" }
      return report("option \(name) needs a value (\(placeholder))", remedy: "try --help")
    }
    apply(option, value)
  }

  private mutating func apply(_ option: Option<Values>, _ value: String?) {
    if option.standsOnce, !single.insert(option.displayName).inserted {
      return report("option \(option.displayName) is given twice", remedy: "leave one of them out")
    }
    do throws(Failure) {
      try option.set(&values, value)
      isSettled = option.endsParsing && mistakes.isEmpty
      given.append(GivenOption(option.names.first ?? "", value, isRepeatable: option.isRepeatable))
    } catch {
      mistakes += error.diagnostics
    }
  }
}

// MARK: Mistakes

extension ArgumentReader {
  private mutating func report(_ message: String, remedy: String) {
    mistakes.append(.error(.option, message, remedy: remedy))
  }

  /// Someone who writes `-help` means the long option.
  private mutating func reportUnknown(_ letter: Character, in argument: String) {
    let word = argument.dropFirst()
    let isLongName: Bool
    if word.count > 1, case .option(let option) = names.option(name: word) {
      isLongName = option.names.contains(String(word))
    } else {
      isLongName = false
    }
    let context = argument.unicodeScalars.count > 2 ? " in \(quoted(argument))" : ""
    report("there is no option \(quoted("-\(letter)"))\(context)", remedy: "try \(isLongName ? "--\(word)" : "--help")")
  }

  /// What the user wrote, cut where a message would drown in it.
  private func quoted(_ text: String) -> String {
    let limit = 60
    return text.count > limit ? "'\(text.prefix(limit))…'" : "'\(text)'"
  }
}
