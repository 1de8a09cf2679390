import PythonSyntax

extension TacEvaluator {
  mutating func callMethod(
    _ symbol: UInt32, of receiver: TacValue, _ arguments: TacArguments, at id: UInt32
  ) -> TacValue {
    let name = names.text(symbol)
    switch receiver {
    case .name(let owner): return callNamedMethod(owner, symbol, arguments, at: id)
    case .choice(let values):
      return applyEach(values, at: id) { $0.callMethod(symbol, of: $1, arguments, at: id) }
    case .text(let text): return textMethod(name, text, arguments, at: id)
    case .tuple where name == "index" || name == "count": return .unknown("a place in a tuple")
    case .object(let number): return callMethod(symbol, ofObject: number, arguments, at: id)
    case .unknown(let unknown):
      return callMethodOfUnknown(name, unknown, arguments, at: id)
    default: break
    }
    arguments.all.forEach { escape($0) }
    return .unknown("a call of \(callName(id))")
  }

  private mutating func callMethod(
    _ symbol: UInt32, ofObject number: Int, _ arguments: TacArguments, at id: UInt32
  ) -> TacValue {
    let name = names.text(symbol)
    if let value = objects[number].attributes[symbol] {
      return apply(classBound(value, number), arguments, at: id)
    }
    switch objects[number].kind {
    case .list: return listMethod(name, number, arguments, at: id)
    case .dictionary: return dictionaryMethod(name, number, arguments, at: id)
    case .module(let index):
      return apply(member(symbol, ofModule: index), arguments, at: id)
    case .classObject:
      if name == "__subclasses__" { return make(.list(subclasses(of: number)), at: id) }
      let member = attribute(symbol, of: .object(number), at: id)
      return apply(classBound(member, number), arguments, at: id)
    case .instance:
      if let value = callMember(name, of: number, arguments, at: id) { return value }
      if let value = mappingMethod(name, of: number, arguments, at: id) { return value }
      if let value = callServiceMethod(name, of: .object(number), arguments, at: id) { return value }
      if let value = callInstanceMethod(name, number, arguments, at: id) { return value }
    default: break
    }
    arguments.all.forEach { escape($0) }
    return .unknown("a call of \(callName(id))")
  }

  /// A class method taken from the class itself carries the class.
  private mutating func classBound(_ member: TacValue, _ number: Int) -> TacValue {
    guard case .classObject = objects[number].kind, let inner = object(member),
      case .function(let function) = inner.kind, function.binding == .classMethod
    else { return member }
    objects.append(TacObject(.method(receiver: .object(number), function: member, name: 0)))
    return .object(objects.count - 1)
  }

  /// A method of something that lives elsewhere: a function by its full name, or the constructor of a base class called
  /// with an instance, `TCPServer.__init__(self, 80, f)`.
  private mutating func callNamedMethod(
    _ owner: String, _ symbol: UInt32, _ arguments: TacArguments, at id: UInt32
  ) -> TacValue {
    let name = names.text(symbol)
    if case .object(let number)? = arguments.positional.first, case .instance = objects[number].kind,
      KnownNames.isClass(owner) || Self.dictionaryNames.contains(owner)
    {
      var rest = arguments
      rest.positional.removeFirst()
      return callInherited(name, number, [.name(owner)], rest, at: id)
    }
    if owner == "type", name == "__new__", let definedClass { return definedClass }
    if let value = callEnvironment(owner, name, arguments, at: id) { return value }
    guard case .name(let full) = named(owner, symbol) else { return .unknown("a call of \(callName(id))") }
    if let value = callServiceMethod(name, of: .name(owner), arguments, at: id) { return value }
    return callNamed(full, arguments, at: id)
  }

  private mutating func callMethodOfUnknown(
    _ name: String, _ unknown: TacUnknown, _ arguments: TacArguments, at id: UInt32
  ) -> TacValue {
    if let value = callServiceMethod(name, of: .unknown(unknown), arguments, at: id) { return value }
    if name == "update", unknown.origin == Self.globalsOrigin {
      overwriteVariables { _ in "a call of \(Self.globalsOrigin)" }
      return TacValue.none
    }
    if unknown.origin.hasPrefix("config:") {
      if let value = readConfiguration(unknown.origin, name, arguments) { return value }
    }
    if ["strip", "rstrip", "lstrip", "lower", "upper", "encode", "decode"].contains(name) { return .unknown(unknown) }
    if name == "Application", case .text? = arguments.positional.first {
      return makeUncertainApplication(arguments, at: id)
    }
    handOver(arguments, at: id)
    overwriteFilled(name, arguments, at: id)
    return readSettings(callName(id), arguments) ?? .unknown("a call of \(callName(id))")
  }

  // MARK: Text

  private mutating func textMethod(
    _ name: String, _ text: String, _ arguments: TacArguments, at id: UInt32
  ) -> TacValue {
    if name == "format" { return formatted(text, arguments) }
    if name == "join", let parts = arguments.positional.first {
      guard let (values, isPartial) = elements(of: parts), !isPartial, values.count <= 256 else {
        return .unknown("a joined text")
      }
      return Self.bounded(values.map { plainText(of: $0) }.joined(separator: text))
    }
    if ["encode", "decode"].contains(name) { return .text(text) }
    guard !TacText.hasHole(text) else {
      if ["strip", "rstrip", "lstrip"].contains(name) { return .text(text) }
      return .unknown(origin(of: .text(text)))
    }
    let first: String? = if case .text(let first)? = arguments.positional.first { first } else { nil }
    switch name {
    case "lower": return .text(text.lowercased())
    case "upper": return .text(text.uppercased())
    case "strip" where arguments.positional.isEmpty: return .text(String(text.trimmed { $0.isWhitespace }))
    case "strip": if let first { return .text(String(text.trimmed { first.contains($0) })) }
    case "startswith": if let first { return .bool(text.hasPrefix(first)) }
    case "endswith": if let first { return .bool(text.hasSuffix(first)) }
    case "isdigit": return .bool(!text.isEmpty && text.allSatisfy(\.isNumber))
    case "replace":
      if let first, !first.isEmpty, first.utf8.count <= 64, case .text(let new)? = arguments.value(1, "new"),
        !TacText.hasHole(new), text.utf8.count * max(1, new.utf8.count) <= TacText.lengthLimit
      {
        return .text(text.replacing(first, with: new))
      }
    case "split" where arguments.positional.count <= 1:
      if let first, first.count == 1 {
        return make(
          .list(
            text.split(separator: Character(first), omittingEmptySubsequences: false).prefix(512).map {
              .text(String($0))
            }), at: id)
      }
      if arguments.positional.isEmpty {
        return make(.list(text.split(whereSeparator: \.isWhitespace).prefix(512).map { .text(String($0)) }), at: id)
      }
    default: break
    }
    return .unknown("text that is computed")
  }
}

extension String {
  fileprivate func trimmed(_ isRubbish: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let first = rest.first, isRubbish(first) { rest.removeFirst() }
    while let last = rest.last, isRubbish(last) { rest.removeLast() }
    return rest
  }
}
