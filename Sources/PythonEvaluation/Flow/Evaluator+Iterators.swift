import PythonSyntax

/// Built-in functions that take the members of what they are given.
package extension Evaluator {
  mutating func iterator(over value: PythonValue, at id: UInt32) -> PythonValue {
    guard case .object(let number) = value else {
      if case .choice = value { return forEachAlternative(of: value) { $0.iterator(over: $1, at: id) } }
      if value.number != nil || value.isNone { fail(.name("TypeError")) }
      return make(.generator(PythonGenerator(source: .members(value))), at: id)
    }
    switch objects[number].kind {
    case .generator: return value
    case .instance where hasMember("__iter__", number):
      return callMember("__iter__", of: number, PythonArguments(), at: id) ?? value
    default: return make(.generator(PythonGenerator(source: .members(arranged(value, at: id)))), at: id)
    }
  }

  mutating func sum(_ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    guard let first = arguments.positional.first, let content = content(of: first, at: id, inOrder: false),
      content.isExact, isAlive
    else {
      mayRaise(.unknown("an exception"))
      return .unknown("a call of sum()")
    }
    var total = arguments.value(1, "start") ?? .integer(0)
    for item in content.items { total = operate(.add, on: total, and: item, at: id) }
    return total
  }

  /// `any(...)` and `all(...)` stop at the first member that decides.
  mutating func anyOrAll(_ isAny: Bool, _ value: PythonValue, at id: UInt32) -> PythonValue {
    let outcome = seek(in: value, at: id) { evaluator, member in evaluator.truth(of: member).map { $0 == isAny } }
    return outcome.map { .bool($0 == isAny) } ?? .unknown("a call of \(isAny ? "any" : "all")()")
  }

  /// Asks for members up to the first that passes a test; tells whether there is one, nil when that is not known.
  mutating func seek(
    in value: PythonValue, at id: UInt32, _ test: @escaping (inout Evaluator, PythonValue) -> Bool?
  ) -> Bool? {
    final class Outcome {
      var isDecided = false
      var isOpen = false
    }
    let outcome = Outcome()
    let taken = Consumer.Taken()
    let before = uncaught
    iterate(value, at: id, isKept: false, taken: taken) { evaluator, member in
      switch test(&evaluator, member) {
      case true?:
        outcome.isDecided = true
        evaluator.keep(in: &taken.state)
      case nil:
        outcome.isOpen = true
        var other = evaluator.state
        other.weight = evaluator.weight / 2
        evaluator.weight -= other.weight
        Evaluator.join(other, into: &taken.state)
      case false?: break
      }
    }
    let isEnded = isAlive
    rejoin(taken.state)
    forgive(since: before)
    return outcome.isOpen || outcome.isDecided && isEnded ? nil : outcome.isDecided
  }

  mutating func length(of value: PythonValue, at id: UInt32) -> PythonValue {
    if case .choice = value { return forEachAlternative(of: value) { $0.length(of: $1, at: id) } }
    switch value {
    case .text(let text):
      return MarkedText.hasHole(text) ? .unknown("the length of a text") : .integer(text.unicodeScalars.count)
    case .tuple(let values): return .integer(values.count)
    case .object(let number):
      switch objects[number].kind {
      case .list(let content):
        if content.isExact { return .integer(content.items.count) }
        let counts = content.minimum...content.items.count
        return content.rest == nil && counts.count <= 8
          ? .merge(counts.map { .integer($0) }) : .unknown("the length of a list")
      case .dictionary(let content):
        if content.isExact { return .integer(content.entries.count) }
        let maybe = content.entries.filter(\.isMaybe).count
        let sure = content.entries.count - maybe
        return content.rest == nil && maybe < 8
          ? .merge((sure...content.entries.count).map { .integer($0) }) : .unknown("the length of a dictionary")
      case .instance:
        if let value = callMember("__len__", of: number, PythonArguments(), at: id) { return value }
        if let inner = mapping(value) { return length(of: .object(inner), at: id) }
        if let values = members(ofRecord: number) { return .integer(values.count) }
      default: break
      }
    case .none, .bool, .integer, .float:
      fail(.name("TypeError"))
      return .unknown("a value that is never computed")
    default: break
    }
    mayRaise(.unknown("an exception"))
    return .unknown(origin(of: value))
  }

  /// `list(...)` and `sorted(...)`, which make a new list.
  mutating func copied(
    _ value: PythonValue?, by name: String, with arguments: PythonArguments, at id: UInt32
  ) -> PythonValue {
    guard let value else { return makeList([], at: id) }
    guard let content = content(of: value, at: id, inOrder: name == "list") else {
      mayRaise(.unknown("an exception"))
      return .unknown(origin(of: value))
    }
    guard isAlive else { return .unknown("a value that is never computed") }
    if name == "list" {
      return makeList(content, at: id)
    }
    return sorted(content, arguments, at: id).map { makeList($0, at: id) } ?? .unknown("a value that is never computed")
  }

  mutating func dictionary(_ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    let value = make(.dictionary(DictionaryContent()), at: id)
    guard case .object(let number) = value else { return value }
    _ = dictionaryMethod("update", of: number, with: arguments, at: id)
    return value
  }

  mutating func range(_ arguments: PythonArguments, at id: UInt32) -> PythonValue {
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
    return makeList(stride(from: start, to: end, by: step).map { .integer($0) }, at: id)
  }

  mutating func combined(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    var columns: [ListContent] = []
    for argument in arguments.positional {
      if name == "enumerate", !columns.isEmpty { break }
      guard let content = content(of: argument, at: id) else {
        mayRaise(.unknown("an exception"))
        return .unknown(origin(of: argument))
      }
      columns.append(content)
    }
    guard isAlive, let shortest = columns.map(\.items.count).min() else { return .unknown("a call of \(name)()") }
    let isOpen = columns.contains { $0.rest != nil }
    let minimum = columns.map(\.minimum).min() ?? 0
    let start = arguments.value(1, "start") ?? .integer(0)
    let rows = (0..<shortest).map { row -> PythonValue in
      let cells = columns.map { $0.items[row] }
      return makeTuple(name == "enumerate" ? [operate(.add, on: start, and: .integer(row), at: id), cells[0]] : cells)
    }
    let rest: PythonValue? =
      isOpen
      ? makeTuple(
        (name == "enumerate" ? [.unknown("a place in a list")] : [])
          + columns.map { $0.anyMember ?? .unknown("a member of a list") })
      : nil
    let members = makeList(ListContent(items: rows, minimum: min(minimum, rows.count), rest: rest), at: id)
    return make(.generator(PythonGenerator(source: .members(members))), at: id)
  }

  mutating func extreme(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    var content = ListContent(arguments.positional)
    if arguments.positional.count == 1 {
      guard let members = self.content(of: arguments.positional[0], at: id, inOrder: arguments["key"] != nil) else {
        mayRaise(.unknown("an exception"))
        return .unknown("a call of \(name)()")
      }
      content = members
    }
    guard isAlive else { return .unknown("a value that is never computed") }
    if content.isExact, content.items.isEmpty {
      if let fallback = arguments["default"] { return fallback }
      fail(.name("ValueError"))
      return .unknown("a value that is never computed")
    }
    let key = arguments["key"].flatMap { $0.isNone ? nil : $0 }
    guard let keys = sortingKeys(content, key, at: id) else { return .unknown("a value that is never computed") }
    if content.isExact, keys.allSatisfy(\.isLiteral) {
      var best = 0
      var isKnown = true
      for place in keys.indices.dropFirst() {
        let outcome = name == "min" ? Self.isLess(keys[place], keys[best]) : Self.isLess(keys[best], keys[place])
        if outcome == nil { isKnown = false }
        if outcome == true { best = place }
      }
      if isKnown { return content.items[best] }
    }
    if content.minimum == 0, arguments["default"] == nil { mayRaise(.name("ValueError")) }
    let others = (content.minimum == 0 ? arguments["default"].map { [$0] } : nil) ?? []
    return content.anyMember.map { .merge([$0] + others) } ?? .unknown("a call of \(name)()")
  }
}
