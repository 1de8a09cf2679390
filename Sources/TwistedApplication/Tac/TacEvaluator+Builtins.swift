import PythonSyntax

extension TacEvaluator {
  mutating func callBuiltin(_ name: String, _ arguments: TacArguments, at id: UInt32) -> TacValue? {
    let first = arguments.positional.first
    switch name {
    case "int", "long": return first.map { integer($0, radix: arguments.value(1, "base")) } ?? .integer(0)
    case "float":
      return first.map {
        map($0) { _, value in
          switch value {
          case .integer(let number): .float(Double(number))
          case .float: value
          case .text(let text): Double(text).map { .float($0) }
          default: nil
          }
        }
      }
    case "str", "unicode", "bytes": return first.map { text(of: $0) } ?? .text("")
    case "bool": return first.map { truth(of: $0).map { .bool($0) } ?? .unknown(origin(of: $0)) }
    case "len": return first.map { length(of: $0) }
    case "list", "set", "frozenset", "sorted", "reversed", "iter": return copied(first, name, at: id)
    case "tuple":
      guard let first else { return .tuple([]) }
      if let (values, isPartial) = elements(of: first), !isPartial { return .tuple(values) }
      return .unknown(origin(of: first))
    case "dict": return dictionary(arguments, at: id)
    case "range", "xrange": return range(arguments, at: id)
    case "zip", "enumerate": return combined(name, arguments, at: id)
    case "min", "max": return extreme(name, arguments)
    case "map" where arguments.positional.count == 2:
      guard let (values, isPartial) = elements(of: arguments.positional[1]), values.count <= Self.iterationLimit else {
        return nil
      }
      let results = values.map { apply(arguments.positional[0], TacArguments(positional: [$0]), at: id) }
      let value = make(.list(results), at: id)
      if isPartial, case .object(let number) = value { objects[number].isPartial = true }
      return value
    case "abs":
      return first.map {
        map($0) { _, value in
          if case .integer(let number) = value, number != .min { .integer(abs(number)) } else { nil }
        }
      }
    case "getattr": return getAttribute(arguments, at: id)
    case "setattr":
      if arguments.positional.count == 3, case .text(let key) = arguments.positional[1] {
        let symbol = symbol(key)
        store(arguments.positional[2], in: symbol, of: arguments.positional[0], at: id)
      }
      return TacValue.none
    case "vars":
      if case .object(let number)? = first, case .instance(let type) = objects[number].kind {
        if case .name(Self.namespaceName) = type { return first }
        return ownDictionary(of: number, at: id)
      }
      return .unknown("a call of vars()")
    case "exec":
      note("exec runs text that is not followed", at: id)
      execute(into: Array(arguments.positional.dropFirst()), "code that is not followed")
      return TacValue.none
    case "globals": return .unknown(Self.globalsOrigin)
    case "hasattr": return hasAttribute(arguments)
    case "isinstance", "callable", "id", "print", "type", "repr", "locals":
      return .unknown("a call of \(name)()")
    case "object", "Exception": return make(.instance(of: .name(name)), at: id)
    case "open", "file", "execfile":
      if let first { addPath(first, name == "execfile" ? .reads : use(ofMode: arguments.value(1, "mode")), at: id) }
      if name == "execfile" {
        note("execfile runs a file that is not followed", at: id)
        execute(into: Array(arguments.positional.dropFirst()), "a file that is not followed")
      }
      return .unknown("the contents of a file")
    default: return nil
    }
  }

  private func use(ofMode mode: TacValue?) -> FileReference.Use {
    guard case .text(let text)? = mode else { return mode == nil ? .reads : .opens }
    return text.contains { "wax+".contains($0) } ? .writes : .reads
  }

  private mutating func integer(_ value: TacValue, radix: TacValue?) -> TacValue {
    var base = 10
    if case .integer(let number)? = radix, 2...36 ~= number { base = number }
    if case .text(let text) = value, TacText.hasHole(text) { return number(text, radix: base) }
    return map(value) { _, value in
      switch value {
      case .integer: value
      case .bool(let flag): .integer(flag ? 1 : 0)
      case .float(let number): Self.truncated(number).map { .integer($0) }
      case .text(let text): Int(text.filter { !$0.isWhitespace }, radix: base).map { .integer($0) }
      default: nil
      }
    }
  }

  /// The whole part of a number that is not too large to have an exact one.
  static func truncated(_ number: Double) -> Int? { number.magnitude < 9e15 ? Int(number) : nil }

  private mutating func length(of value: TacValue) -> TacValue {
    if case .text(let text) = value {
      return TacText.hasHole(text) ? .unknown("the length of a text") : .integer(text.count)
    }
    if let (values, isPartial) = elements(of: value), !isPartial { return .integer(values.count) }
    return .unknown(origin(of: value))
  }

  private mutating func copied(_ value: TacValue?, _ name: String, at id: UInt32) -> TacValue {
    guard let value else { return make(.list([]), at: id) }
    guard var (values, isPartial) = elements(of: value) else { return .unknown(origin(of: value)) }
    if name == "reversed" { values.reverse() }
    if name == "sorted" {
      let numbers = values.compactMap { if case .integer(let number) = $0 { number } else { nil } }
      if numbers.count == values.count {
        values = numbers.sorted().map { .integer($0) }
      } else {
        isPartial = isPartial || values.count > 1
      }
    }
    let list = make(.list(values), at: id)
    if isPartial, case .object(let number) = list { objects[number].isPartial = true }
    return list
  }

  private mutating func dictionary(_ arguments: TacArguments, at id: UInt32) -> TacValue {
    var entries: [(key: TacValue, value: TacValue)] = []
    var isPartial = arguments.isPartial
    if let first = arguments.positional.first {
      if let inner = mapping(first), case .dictionary(let more) = objects[inner].kind {
        entries = more
        isPartial = isPartial || objects[inner].isPartial
      } else if let (pairs, partial) = elements(of: first) {
        for pair in pairs {
          if let (values, _) = elements(of: pair), values.count == 2 {
            entries.append((values[0], values[1]))
          } else {
            isPartial = true
          }
        }
        isPartial = isPartial || partial
      } else {
        isPartial = true
      }
    }
    for argument in arguments.named {
      entries.removeAll { $0.key.isSame(as: .text(argument.name)) }
      entries.append((.text(argument.name), argument.value))
    }
    let value = make(.dictionary(entries), at: id)
    if isPartial, case .object(let number) = value { objects[number].isPartial = true }
    return value
  }

  private mutating func range(_ arguments: TacArguments, at id: UInt32) -> TacValue {
    var bounds: [Int] = []
    for argument in arguments.positional {
      guard case .integer(let number) = argument, number.magnitude < 1 << 40 else {
        return .unknown(origin(of: argument))
      }
      bounds.append(number)
    }
    guard (1...3).contains(bounds.count), !arguments.isPartial else { return .unknown("a range") }
    let (start, end) = bounds.count == 1 ? (0, bounds[0]) : (bounds[0], bounds[1])
    let step = bounds.count == 3 ? bounds[2] : 1
    guard step != 0, abs(end - start) / abs(step) <= Self.iterationLimit else { return .unknown("a long range") }
    return make(.list(stride(from: start, to: end, by: step).map { .integer($0) }), at: id)
  }

  private mutating func combined(_ name: String, _ arguments: TacArguments, at id: UInt32) -> TacValue {
    var columns: [[TacValue]] = []
    for argument in arguments.positional {
      if name == "enumerate", !columns.isEmpty { break }
      guard let (values, isPartial) = elements(of: argument), !isPartial else { return .unknown(origin(of: argument)) }
      columns.append(values)
    }
    guard let shortest = columns.map(\.count).min() else { return .unknown("a call of \(name)()") }
    if name == "enumerate" {
      var start = 0
      if case .integer(let number)? = arguments.value(1, "start"), number.magnitude < 1 << 40 { start = number }
      return make(.list(columns[0].enumerated().map { .tuple([.integer(start + $0), $1]) }), at: id)
    }
    return make(.list((0..<shortest).map { row in .tuple(columns.map { $0[row] }) }), at: id)
  }

  private mutating func extreme(_ name: String, _ arguments: TacArguments) -> TacValue {
    let values =
      arguments.positional.count == 1 ? elements(of: arguments.positional[0])?.values ?? [] : arguments.positional
    let numbers = values.compactMap { if case .integer(let number) = $0 { number } else { nil } }
    guard numbers.count == values.count, let result = name == "min" ? numbers.min() : numbers.max() else {
      return .unknown("a call of \(name)()")
    }
    return .integer(result)
  }

  /// `hasattr(x, "name")`, which only a value that is surely there answers.
  private func hasAttribute(_ arguments: TacArguments) -> TacValue {
    let unknown = TacValue.unknown("a call of hasattr()")
    guard case .object(let number)? = arguments.positional.first, case .text(let key)? = arguments.value(1, "name"),
      let symbol = names.find(key)
    else { return unknown }
    var homes = [TacValue.object(number)]
    switch objects[number].kind {
    case .classObject: homes = ancestry(of: .object(number))
    case .instance(let type): homes += ancestry(of: type)
    default: return unknown
    }
    for case .object(let home) in homes {
      switch objects[home].attributes[symbol] {
      case .choice?, nil: continue
      default: return .bool(true)
      }
    }
    // A class that inherits from nothing unread has what its body and the code so far gave it.
    guard case .classObject = objects[number].kind, !objects[number].escaped else { return unknown }
    let isWhole = homes.allSatisfy {
      switch $0 {
      case .object: true
      case .name(let name): name == "object"
      default: false
      }
    }
    return isWhole ? .bool(false) : unknown
  }

  /// `getattr(x, "name", default)`.
  private mutating func getAttribute(_ arguments: TacArguments, at id: UInt32) -> TacValue {
    guard arguments.positional.count >= 2, case .text(let key) = arguments.positional[1], !TacText.hasHole(key) else {
      return .unknown("a call of getattr()")
    }
    let symbol = symbol(key)
    let fallback = arguments.value(2, "default")
    let value = attribute(symbol, of: arguments.positional[0], at: id)
    switch value {
    case .unknown(let unknown):
      if let fallback, unknown.origin.hasPrefix(Self.missingAttribute) { return fallback }
      return .unknown(unknown.origin, fallback: unknown.fallback ?? fallback)
    case .name where fallback?.isScalar == true: return .unknown(origin(of: value), fallback: fallback)
    case .object(let number):
      if case .method(_, nil, _) = objects[number].kind, let fallback { return fallback }
      return value
    default: return value
    }
  }
}
