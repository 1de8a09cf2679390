import PythonSyntax

/// The methods of lists.
package extension Evaluator {
  mutating func listMethod(_ name: String, of number: Int, with arguments: PythonArguments, at id: UInt32)
    -> PythonValue
  {
    let given = arguments.positional
    if name == "append" {
      guard let value = given.first else { return .none }
      if objects[number].escaped { escape(value) }
      append(value, to: number)
      return .none
    }
    guard case .list(var content) = objects[number].kind else { return .none }
    charge(content.items.count)
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
    case "pop", "popleft":
      return pop(name == "popleft" ? .integer(0) : given.first ?? .integer(-1), from: number, content)
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
  mutating func append(_ value: PythonValue, to number: Int) {
    var kind = PythonObject.Kind.missing
    swap(&objects[number].kind, &kind)
    if case .list(var content) = kind {
      kind = .missing
      charge(content.items.count / 4)
      content.append(value)
      kind = .list(content)
    }
    objects[number].kind = kind
  }

  static let harmless: Set = ["__len__", "__contains__", "__iter__", "__getitem__", "__repr__", "__str__"]

  static func inserted(_ value: PythonValue, at place: Int, into content: ListContent) -> ListContent {
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

  private mutating func pop(_ key: PythonValue, from number: Int, _ content: ListContent) -> PythonValue {
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
  mutating func sorted(_ content: ListContent, _ arguments: PythonArguments, at id: UInt32) -> ListContent? {
    guard let keys = sortingKeys(content, arguments["key"].flatMap { $0.isNone ? nil : $0 }, at: id) else { return nil }
    charge(keys.count, 16)
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

  /// What the items are ordered by; nil when the way has ended. A function is called for members that may be there, too.
  mutating func sortingKeys(_ content: ListContent, _ key: PythonValue?, at id: UInt32) -> [PythonValue]? {
    guard let key else { return content.items }
    var keys: [PythonValue] = []
    for (place, item) in content.items.enumerated() {
      let arguments = PythonArguments(positional: [item])
      if place < content.minimum {
        keys.append(apply(key, arguments, at: id))
      } else {
        perhaps { _ = $0.apply(key, arguments, at: id) }
        keys.append(.unknown("a key of an order"))
      }
      guard isAlive else { return nil }
    }
    if let rest = content.rest { repeatedly { _ = $0.apply(key, PythonArguments(positional: [rest]), at: id) } }
    return isAlive ? keys : nil
  }

  /// The places of values in their order; nil when some cannot be compared.
  static func order(_ keys: [PythonValue], isReversed: Bool) -> [Int]? {
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

  static func isLess(_ a: PythonValue, _ b: PythonValue) -> Bool? {
    switch (a, b) {
    case (.text(let a), .text(let b)):
      if MarkedText.hasHole(a) || MarkedText.hasHole(b) { return nil }
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
}
