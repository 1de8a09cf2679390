import Diagnostics

/// Declarations of the usual kinds of option, each storing into a property of `Values`.
extension Option {
  /// A property of the values that an option writes, told when the option is given: Swift takes longer to make the key paths of
  /// all options than to make a package's control file.
  package typealias Property<Value> = @Sendable () -> any WritableKeyPath<Values, Value> & Sendable

  /// The same option of values that have these as a part.
  package func within<Whole>(
    _ part: @escaping @autoclosure Option<Whole>.Property<Values>
  ) -> Option<Whole> {
    let set = set
    let argument: Option<Whole>.Argument =
      switch argument {
      case .none: .none
      case .required(let word): .required(word)
      case .optional(let word): .optional(word)
      case .optionalWord(let word): .optionalWord(word)
      }
    var option = Option<Whole>(
      names.first ?? "", letter, aliases: Array(names.dropFirst()), hidden: hiddenNames, argument: argument,
      default: defaultText, completing: completion, help: help
    ) { (values: inout Whole, text: String?) throws(Failure) in
      try set(&values[keyPath: part()], text)
    }
    option.isRepeatable = isRepeatable
    option.standsOnce = standsOnce
    option.endsParsing = endsParsing
    option.isForOneRun = isForOneRun
    option.trust = trust
    return option
  }

  /// A flag that sets a truth value.
  package static func flag(
    _ name: String, _ letter: Character? = nil, aliases: [String] = [], hidden: [String] = [], help: String,
    into property: @escaping @autoclosure Property<Bool>
  ) -> Self {
    flag(name, letter, aliases: aliases, hidden: hidden, help: help, into: property(), as: true)
  }

  /// A flag that stands for one of several values of a property.
  package static func flag<Value: Sendable>(
    _ name: String, _ letter: Character? = nil, aliases: [String] = [], hidden: [String] = [], help: String,
    into property: @escaping @autoclosure Property<Value>, as value: Value
  ) -> Self {
    Self(name, letter, aliases: aliases, hidden: hidden, help: help) { values, _ in
      values[keyPath: property()] = value
    }
  }

  /// A flag like `--help` or `--version`: what comes after it is not read.
  package static func request<Value: Sendable>(
    _ name: String, _ letter: Character? = nil, aliases: [String] = [], hidden: [String] = [], help: String,
    into property: @escaping @autoclosure Property<Value>, as value: Value
  ) -> Self {
    var option = flag(name, letter, aliases: aliases, hidden: hidden, help: help, into: property(), as: value)
    option.endsParsing = true
    return option
  }

  /// An option with a value.
  package static func value(
    _ name: String, _ letter: Character? = nil, aliases: [String] = [], hidden: [String] = [], placeholder: String,
    default defaultText: String? = nil, completing completion: ValueCompletion = .nothing, help: String,
    into property: @escaping @autoclosure Property<String>
  ) -> Self {
    value(
      name, letter, aliases: aliases, hidden: hidden, placeholder: placeholder, default: defaultText,
      completing: completion, help: help, into: property(), reading: { (text: String) throws(Failure) in text })
  }

  /// An option with a value, for a property that is nil until it is given.
  package static func value(
    _ name: String, _ letter: Character? = nil, aliases: [String] = [], hidden: [String] = [], placeholder: String,
    default defaultText: String? = nil, completing completion: ValueCompletion = .nothing, help: String,
    into property: @escaping @autoclosure Property<String?>
  ) -> Self {
    value(
      name, letter, aliases: aliases, hidden: hidden, placeholder: placeholder, default: defaultText,
      completing: completion, help: help, into: property(), reading: { (text: String) throws(Failure) in text })
  }

  /// An option whose value is read from text. It stands once: of two values one would be lost without a word.
  /// - Parameter read: Turns the text into the value; its failures are reported together with the other mistakes.
  package static func value<Value>(
    _ name: String, _ letter: Character? = nil, aliases: [String] = [], hidden: [String] = [], placeholder: String,
    default defaultText: String? = nil, completing completion: ValueCompletion = .nothing, help: String,
    into property: @escaping @autoclosure Property<Value>,
    reading read: @escaping @Sendable (String) throws(Failure) -> Value
  ) -> Self {
    var option = Self(
      name, letter, aliases: aliases, hidden: hidden, argument: .required(placeholder), default: defaultText,
      completing: completion, help: help
    ) { (values: inout Values, text: String?) throws(Failure) in
      values[keyPath: property()] = try read(text ?? "")
    }
    option.standsOnce = true
    return option
  }

  /// An option with a value that may be given several times; all are kept, in order.
  package static func values(
    _ name: String, _ letter: Character? = nil, aliases: [String] = [], hidden: [String] = [], placeholder: String,
    default defaultText: String? = nil, completing completion: ValueCompletion = .nothing, help: String,
    into property: @escaping @autoclosure Property<[String]>
  ) -> Self {
    values(
      name, letter, aliases: aliases, hidden: hidden, placeholder: placeholder, default: defaultText,
      completing: completion, help: help, into: property(), reading: { (text: String) throws(Failure) in text })
  }

  /// The same with values that are read from text.
  package static func values<Value>(
    _ name: String, _ letter: Character? = nil, aliases: [String] = [], hidden: [String] = [], placeholder: String,
    default defaultText: String? = nil, completing completion: ValueCompletion = .nothing, help: String,
    into property: @escaping @autoclosure Property<[Value]>,
    reading read: @escaping @Sendable (String) throws(Failure) -> Value
  ) -> Self {
    var option = Self(
      name, letter, aliases: aliases, hidden: hidden, argument: .required(placeholder), default: defaultText,
      completing: completion, help: help
    ) { (values: inout Values, text: String?) throws(Failure) in
      values[keyPath: property()].append(try read(text ?? ""))
    }
    option.isRepeatable = true
    return option
  }

  /// An option whose value may be left out, and is a word of its own otherwise.
  /// - Parameter omitted: What a bare `--name` means.
  package static func optionalWord(
    _ name: String, placeholder: String, completing completion: ValueCompletion = .nothing, help: String,
    into property: @escaping @autoclosure Property<String?>, omitted: String
  ) -> Self {
    var option = Self(name, argument: .optionalWord(placeholder), completing: completion, help: help) { values, text in
      values[keyPath: property()] = text ?? omitted
    }
    option.standsOnce = true
    return option
  }
}
