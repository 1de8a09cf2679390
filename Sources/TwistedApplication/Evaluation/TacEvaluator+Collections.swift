import PythonSyntax

/// The methods of lists, dictionaries and sets.
extension TacEvaluator {
  mutating func listMethod(_ name: String, _ number: Int, _ arguments: TacArguments, at id: UInt32) -> TacValue {
    let given = arguments.positional
    if name == "append" {
      guard let value = given.first else { return .none }
      if objects[number].escaped { escape(value) }
      append(value, to: number)
      return .none
    }
    guard case .list(var content) = objects[number].kind else { return .none }
    switch name {
    case "appendleft":
      guard let value = given.first else { return .none }
      content = Self.inserted(value, at: 0, into: content)
    case "insert":
      guard given.count == 2 else { return .none }
      if let index = given[0].wholeNumber, content.isExact || index >= 0 && index <= content.minimum {
        let count = content.items.count
        content = Self.inserted(given[1], at: index < 0 ? max(0, index + count) : min(index, count), into: content)
      } else {
        content.append(given[1])
        content = content.blurred
      }
    case "extend", "extendleft":
      guard let more = given.first else { return .none }
      guard let added = self.content(of: more, at: id) else {
        mayRaise(.unknown("an exception"))
        content.rest = .merge((content.rest.map { [$0] } ?? []) + [.unknown(origin(of: more))])
        break
      }
      guard isAlive else { return .none }
      if case .list(let now) = objects[number].kind { content = now }
      content.append(contentsOf: added)
    case "copy": return makeList(content, at: id)
    case "pop", "popleft": return pop(name == "popleft" ? .integer(0) : given.first ?? .integer(-1), number, content)
    case "remove":
      guard let value = given.first else { return .none }
      let outcomes = content.items.map { $0.equals(value) }
      let first = outcomes.firstIndex { $0 != false }
      if content.isExact, let first, outcomes[first] == true {
        content.items.remove(at: first)
        content.minimum -= 1
      } else if content.isExact, first == nil {
        fail(.name("ValueError"))
        return .none
      } else {
        mayRaise(.name("ValueError"))
        content = content.blurred
      }
    case "clear": content = ListContent()
    case "reverse":
      if content.isExact { content.items.reverse() } else { content = content.blurred }
    case "sort":
      guard let sorted = sorted(content, arguments, at: id) else { return .none }
      content = sorted
    case "index", "count":
      guard let value = given.first else { return .none }
      let outcomes = content.items.map { $0.equals(value) }
      if content.isExact, given.count == 1, !outcomes.contains(nil) {
        if name == "count" { return .integer(outcomes.filter { $0 == true }.count) }
        if let place = outcomes.firstIndex(of: true) { return .integer(place) }
        fail(.name("ValueError"))
        return .none
      }
      if name == "index" { mayRaise(.name("ValueError")) }
      return .unknown("a call of \(callName(id))")
    case "add", "update", "discard", "rotate":
      blur(number, "a call of \(callName(id))")
      return .none
    default:
      if !Self.harmless.contains(name) { blur(number, "a call of \(callName(id))") }
      mayRaise(.unknown("an exception"))
      return .unknown("a call of \(callName(id))")
    }
    objects[number].kind = .list(content)
    return .none
  }

  /// Appends to a list where it is, without a copy.
  mutating func append(_ value: TacValue, to number: Int) {
    var kind = TacObject.Kind.missing
    swap(&objects[number].kind, &kind)
    if case .list(var content) = kind {
      kind = .missing
      if content.items.count >= ListContent.limit { steps -= 8 }
      content.append(value)
      kind = .list(content)
    }
    objects[number].kind = kind
  }

  private static let harmless: Set = ["__len__", "__contains__", "__iter__", "__getitem__", "__repr__", "__str__"]

  static func inserted(_ value: TacValue, at place: Int, into content: ListContent) -> ListContent {
    if place <= content.minimum, content.isExact || place < content.items.count, content.items.count < ListContent.limit
    {
      var content = content
      content.items.insert(value, at: min(place, content.items.count))
      content.minimum += 1
      return content
    }
    var content = content
    content.append(value)
    return content.isExact ? content : content.blurred
  }

  private mutating func pop(_ key: TacValue, _ number: Int, _ content: ListContent) -> TacValue {
    var content = content
    guard content.isExact, let index = key.wholeNumber else {
      let any = content.anyMember
      if content.isExact, content.items.isEmpty {
        fail(.name("IndexError"))
        return .none
      }
      let (value, isMissing) = key.wholeNumber.map { content.member(at: $0) } ?? (any, nil)
      if isMissing != false { mayRaise(.name("IndexError")) }
      if key.wholeNumber == 0, content.minimum > 0 {
        content.items.removeFirst()
        content.minimum -= 1
      } else if key.wholeNumber == -1 {
        content.minimum = max(0, content.minimum - 1)
      } else {
        content = content.blurred
      }
      objects[number].kind = .list(content)
      return value ?? any ?? .unknown("a member of a list")
    }
    guard let place = content.place(of: index) else {
      fail(.name("IndexError"))
      return .none
    }
    let value = content.items.remove(at: place)
    content.minimum -= 1
    objects[number].kind = .list(content)
    return value
  }

  /// The members in order, by `key` and `reverse`; nil when the way has ended.
  mutating func sorted(_ content: ListContent, _ arguments: TacArguments, at id: UInt32) -> ListContent? {
    var keys: [TacValue] = []
    let key = arguments["key"].flatMap { $0.isNone ? nil : $0 }
    for item in content.items {
      guard let key else {
        keys.append(item)
        continue
      }
      keys.append(apply(key, TacArguments(positional: [item]), at: id))
      guard isAlive else { return nil }
    }
    let isReversed = arguments["reverse"].map { truth(of: $0) } ?? false
    let isOrdered = content.isExact && keys.allSatisfy(\.isLiteral)
    guard isOrdered, let isReversed, !arguments.isPartial, let order = Self.order(keys, isReversed: isReversed) else {
      if content.items.count > 1 || content.rest != nil { mayRaise(.name("TypeError")) }
      guard content.isExact, let any = content.anyMember else { return content.blurred }
      // As many as before, in any order.
      return ListContent(Array(repeating: any, count: content.items.count))
    }
    return ListContent(order.map { content.items[$0] })
  }

  /// The places of values in their order; nil when some cannot be compared.
  static func order(_ keys: [TacValue], isReversed: Bool) -> [Int]? {
    var isComparable = true
    let order = keys.indices.sorted { first, second in
      let (a, b) = isReversed ? (keys[second], keys[first]) : (keys[first], keys[second])
      switch isLess(a, b) {
      case true?: return true
      case false?: return isLess(b, a) == false && first < second && a.equals(b) == true
      case nil:
        isComparable = false
        return false
      }
    }
    return isComparable ? order : nil
  }

  static func isLess(_ a: TacValue, _ b: TacValue) -> Bool? {
    switch (a, b) {
    case (.text(let a), .text(let b)):
      if TacText.hasHole(a) || TacText.hasHole(b) { return nil }
      return a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars)
    case (.tuple(let a), .tuple(let b)):
      for (mine, theirs) in zip(a, b) {
        if mine.equals(theirs) == true { continue }
        return isLess(mine, theirs)
      }
      return a.count < b.count
    default:
      guard let a = a.number, let b = b.number else { return nil }
      return a < b
    }
  }

  // MARK: Dictionaries

  mutating func dictionaryMethod(
    _ name: String, _ number: Int, _ arguments: TacArguments, at id: UInt32
  ) -> TacValue {
    guard case .dictionary(var content) = objects[number].kind else { return .none }
    if content.isSet { return setMethod(name, number, arguments, at: id) }
    let given = arguments.positional
    switch name {
    case "get", "setdefault", "pop":
      guard let key = given.first else { return .none }
      let fallback = arguments.value(1, "default")
      let (values, isMissing) = content.lookUp(key)
      var results = values
      if isMissing != false {
        if name == "pop", fallback == nil {
          if isMissing == true {
            fail(.name("KeyError"))
            return .none
          }
          mayRaise(.name("KeyError"))
        } else {
          results.append(fallback ?? .none)
        }
      }
      let result = TacValue.merge(results)
      if name == "pop" {
        content.remove(key)
        setDictionary(number, content)
      } else if name == "setdefault", isMissing != false {
        content.store(result, key)
        setDictionary(number, content)
      }
      if case .unknown(let unknown) = result, unknown.fallback == nil, isMissing == nil, fallback?.isScalar == true {
        return .unknown(unknown.origin, fallback: fallback)
      }
      return result
    case "keys", "iterkeys", "values", "itervalues", "items", "iteritems": return members(name, of: content, at: id)
    case "copy": return make(.dictionary(content), at: id)
    case "clear": setDictionary(number, DictionaryContent())
    case "popitem":
      if content.isExact {
        guard let last = content.entries.popLast() else {
          fail(.name("KeyError"))
          return .none
        }
        setDictionary(number, content)
        return makeTuple([last.key, last.value])
      }
      mayRaise(.name("KeyError"))
      for place in content.entries.indices { content.entries[place].isMaybe = true }
      setDictionary(number, content)
      return .unknown("an entry of a dictionary")
    case "update":
      for more in given { update(number, with: more, at: id) }
      guard isAlive, case .dictionary(var content) = objects[number].kind else { return .none }
      for argument in arguments.named { content.store(argument.value, .text(argument.name)) }
      if arguments.isPartial { content.doubt("an entry of a dictionary") }
      setDictionary(number, content)
    case "has_key":
      return given.first.flatMap { compare(.in, $0, .object(number)) }.map { .bool($0) } ?? .unknown("has_key")
    default:
      mayRaise(.unknown("an exception"))
      if !Self.harmless.contains(name) { blur(number, "a call of \(callName(id))") }
      return .unknown("a call of \(callName(id))")
    }
    return .none
  }

  private mutating func members(_ name: String, of content: DictionaryContent, at id: UInt32) -> TacValue {
    func member(_ entry: DictionaryContent.Entry) -> TacValue {
      name.hasSuffix("keys")
        ? entry.key : name.hasSuffix("values") ? entry.value : makeTuple([entry.key, entry.value])
    }
    let rest = content.rest.map { value -> TacValue in
      let key = TacValue.unknown("a key of a dictionary")
      return member(.init(key: key, value: value))
    }
    let known = content.entries.prefix { !$0.isMaybe }.map(member)
    var result = ListContent(items: known, minimum: known.count, rest: rest)
    if known.count < content.entries.count {
      // After one that may be missing, each of the others may stand at any place.
      let others = content.entries.dropFirst(known.count)
      let any = TacValue.merge(others.map(member) + (rest.map { [$0] } ?? []))
      result.items += Array(repeating: any, count: others.filter { !$0.isMaybe }.count)
      result.minimum = result.items.count
      result.rest = any
    }
    return makeList(result, at: id)
  }

  /// Takes in the entries of a mapping or of pairs.
  mutating func update(_ number: Int, with more: TacValue, at id: UInt32) {
    _ = forEachAlternative(of: more) { evaluator, more in
      guard case .dictionary(var content) = evaluator.objects[number].kind else { return .none }
      if let other = evaluator.mapping(more), case .dictionary(let added) = evaluator.objects[other].kind {
        content.update(with: added)
      } else if content.isSet, let added = evaluator.content(of: more, at: id) {
        content.update(with: Self.set(of: added))
      } else if let pairs = evaluator.content(of: more, at: id), pairs.isExact {
        for pair in pairs.items {
          guard let cells = evaluator.content(of: pair), cells.isExact, cells.items.count == 2 else {
            content.doubt("an entry of a dictionary")
            continue
          }
          content.store(cells.items[1], cells.items[0])
        }
      } else {
        evaluator.mayRaise(.unknown("an exception"))
        if content.isSet {
          content.rest = .unknown(evaluator.origin(of: more))
        } else {
          content.doubt(evaluator.isView(number) ? "a call of globals()" : "an entry of a dictionary")
        }
      }
      if evaluator.isAlive { evaluator.setDictionary(number, content) }
      return .none
    }
  }

  // MARK: Sets

  private mutating func setMethod(
    _ name: String, _ number: Int, _ arguments: TacArguments, at id: UInt32
  ) -> TacValue {
    guard case .dictionary(var content) = objects[number].kind else { return .none }
    let first = arguments.positional.first
    switch name {
    case "add": if let first { content.add(first) }
    case "discard", "remove":
      guard let first else { return .none }
      if name == "remove" {
        let isMissing = content.lookUp(first).isMissing
        if isMissing == true {
          fail(.name("KeyError"))
          return .none
        }
        if isMissing == nil { mayRaise(.name("KeyError")) }
      }
      content.remove(first)
    case "clear": content = DictionaryContent(isSet: true)
    case "copy": return make(.dictionary(content), at: id)
    case "update":
      for more in arguments.positional { update(number, with: more, at: id) }
      return .none
    case "pop":
      if content.isExact, content.entries.isEmpty {
        fail(.name("KeyError"))
        return .none
      }
      if content.isExact, content.entries.count == 1 {
        let value = content.entries[0].key
        objects[number].kind = .dictionary(DictionaryContent(isSet: true))
        return value
      }
      // Which one comes is left to chance.
      if content.truth != true { mayRaise(.name("KeyError")) }
      let all = content.entries.map(\.key) + (content.rest.map { [$0] } ?? [])
      for place in content.entries.indices { content.entries[place].isMaybe = true }
      objects[number].kind = .dictionary(content)
      return .merge(all)
    case "union", "difference", "intersection", "symmetric_difference", "issubset", "issuperset", "isdisjoint",
      "intersection_update", "difference_update", "symmetric_difference_update":
      return combineSets(name, number, arguments, at: id)
    default:
      mayRaise(.unknown("an exception"))
      return .unknown("a call of \(callName(id))")
    }
    objects[number].kind = .dictionary(content)
    return .none
  }

  private mutating func combineSets(
    _ name: String, _ number: Int, _ arguments: TacArguments, at id: UInt32
  ) -> TacValue {
    guard case .dictionary(let content) = objects[number].kind else { return .none }
    var others: [DictionaryContent] = []
    for value in arguments.positional {
      guard let members = self.content(of: value, at: id) else {
        mayRaise(.unknown("an exception"))
        if name.hasSuffix("_update") { blur(number, "a call of \(callName(id))") }
        return .unknown("a call of \(callName(id))")
      }
      others.append(Self.set(of: members))
    }
    guard isAlive else { return .none }
    if name.hasPrefix("is") {
      guard content.isExact, let other = others.first, other.isExact else { return .unknown("a comparison of sets") }
      let (small, large) = name == "issuperset" ? (other, content) : (content, other)
      let outcomes = small.entries.map { large.lookUp($0.key).isMissing }
      if outcomes.contains(nil) { return .unknown("a comparison of sets") }
      return .bool(name == "isdisjoint" ? !outcomes.contains(false) : !outcomes.contains(true))
    }
    var result = content
    let verb = name.replacing("_update", with: "")
    for other in others { result = Self.combined(verb, result, other) }
    if name.hasSuffix("_update") {
      objects[number].kind = .dictionary(result)
      return .none
    }
    return make(.dictionary(result), at: id)
  }

  static func combined(_ verb: String, _ a: DictionaryContent, _ b: DictionaryContent) -> DictionaryContent {
    var result = DictionaryContent(isSet: true)
    switch verb {
    case "union":
      result = a
      result.update(with: b)
    case "intersection", "difference":
      for var entry in a.entries {
        let isMissing = b.lookUp(entry.key).isMissing
        if isMissing == nil { entry.isMaybe = true }
        if isMissing != (verb == "difference" ? false : true) { result.entries.append(entry) }
      }
      result.rest = a.rest
    default:
      for var entry in a.entries + b.entries {
        let (inA, inB) = (a.lookUp(entry.key).isMissing, b.lookUp(entry.key).isMissing)
        if inA == false, inB == false { continue }
        if inA == nil || inB == nil { entry.isMaybe = true }
        if !result.entries.contains(where: { $0.key.isSame(as: entry.key) }) { result.entries.append(entry) }
      }
      result.rest = a.rest ?? b.rest
    }
    return result
  }
}
