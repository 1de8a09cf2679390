/// What a dictionary or a set is known to hold.
struct DictionaryContent: Sendable {
  struct Entry: Sendable {
    var key: TacValue
    var value: TacValue
    /// Whether it may not be there.
    var isMaybe = false
  }

  var entries: [Entry] = []
  /// What stands under keys that are not known, if there may be any.
  var rest: TacValue?
  var isSet = false
  /// Whether the order of the entries is not that in which the program would find them.
  var isShuffled = false

  init(_ entries: [Entry] = [], rest: TacValue? = nil, isSet: Bool = false) {
    self.entries = entries
    self.rest = rest
    self.isSet = isSet
  }

  init(pairs: [(key: TacValue, value: TacValue)]) {
    for pair in pairs { store(pair.value, pair.key) }
  }

  static let limit = 4096

  var isExact: Bool { rest == nil && !entries.contains { $0.isMaybe } }

  var truth: Bool? { entries.contains { !$0.isMaybe } ? true : isExact ? false : nil }

  /// What may stand under a key, and whether there may or must be nothing.
  func lookUp(_ key: TacValue) -> (values: [TacValue], isMissing: Bool?) {
    let each = key.alternatives.map { lookUp(alternative: $0) }
    let isMissing: Bool? =
      each.allSatisfy { $0.isMissing == false } ? false : each.allSatisfy { $0.isMissing == true } ? true : nil
    return (each.flatMap(\.values), isMissing)
  }

  private func lookUp(alternative key: TacValue) -> (values: [TacValue], isMissing: Bool?) {
    var found: [TacValue] = []
    for entry in entries {
      let isMatch = entry.key.equals(key)
      if isMatch == false { continue }
      if isMatch == true, !entry.isMaybe { return ([entry.value], false) }
      found.append(entry.value)
    }
    if let rest { found.append(rest) }
    return (found, found.isEmpty ? true : nil)
  }

  /// Its keys, values or pairs as a list, in order as far as that is known.
  func list(_ member: (Entry) -> TacValue) -> ListContent {
    let more = rest.map { member(Entry(key: isSet ? $0 : .unknown("a key of a dictionary"), value: $0)) }
    let known = isShuffled && entries.count > 1 ? [] : entries.prefix { !$0.isMaybe }.map(member)
    if known.count == entries.count { return ListContent(items: known, minimum: known.count, rest: more) }
    // After one that may be missing, each of the others may stand at any place.
    let others = entries.dropFirst(known.count)
    let any = TacValue.merge(others.map(member) + (more.map { [$0] } ?? []))
    let items = known + Array(repeating: any, count: others.filter { !$0.isMaybe }.count)
    let isOpen = more != nil || others.contains(where: \.isMaybe)
    return ListContent(items: items, minimum: items.count, rest: isOpen ? any : nil)
  }

  mutating func store(_ value: TacValue, _ key: TacValue) {
    let options = key.alternatives
    if options.count == 1 {
      if let place = entries.firstIndex(where: { $0.key.equals(key) == true }) {
        // If it was not there, it comes last.
        if entries[place].isMaybe, place < entries.count - 1 { isShuffled = true }
        entries[place].value = value
        entries[place].isMaybe = false
        return
      }
      if key.isLiteral {
        for place in entries.indices where entries[place].key.equals(key) == nil {
          entries[place].value = .merge([entries[place].value, value])
        }
        if entries.count < Self.limit {
          entries.append(Entry(key: key, value: value))
        } else {
          rest = rest.map { .merge([$0, value]) } ?? value
        }
        return
      }
    }
    if options.allSatisfy(\.isLiteral) {
      for option in options {
        if let place = entries.firstIndex(where: { $0.key.equals(option) == true }) {
          entries[place].value = .merge([entries[place].value, value])
        } else if entries.count < Self.limit {
          entries.append(Entry(key: option, value: value, isMaybe: true))
        }
      }
      return
    }
    // Any entry may have been the one.
    for place in entries.indices { entries[place].value = .merge([entries[place].value, value]) }
    rest = rest.map { .merge([$0, value]) } ?? value
  }

  /// Takes an entry out that may or must be there.
  mutating func remove(_ key: TacValue) {
    let options = key.alternatives
    let isSure = options.count == 1
    entries = entries.compactMap { entry in
      var entry = entry
      for option in options {
        switch entry.key.equals(option) {
        case true? where isSure: return nil
        case true?, nil: entry.isMaybe = true
        case false?: continue
        }
      }
      return entry
    }
  }

  /// Code that was not read may have changed any of it.
  mutating func doubt(_ origin: String) {
    for place in entries.indices {
      entries[place].isMaybe = entries[place].isMaybe || isSet
      // Things such as factories stay what they are.
      guard !isSet, entries[place].value.alternatives.allSatisfy(\.isPlain) else { continue }
      entries[place].value = .merge([entries[place].value, .unknown(origin)])
    }
    rest = .unknown(origin)
  }

  mutating func join(_ other: DictionaryContent, isWidening: Bool) -> Bool {
    var hasChanged = false
    if other.isShuffled, !isShuffled {
      isShuffled = true
      hasChanged = true
    }
    var joined: [Entry] = []
    var next = 0
    for theirs in other.entries {
      guard let place = entries.firstIndex(where: { $0.key.isSame(as: theirs.key) }) else {
        hasChanged = true
        if isWidening || entries.count + joined.count >= Self.limit {
          rest = .unknown(TacValue.changedByLoop)
        } else {
          joined.append(Entry(key: theirs.key, value: theirs.value, isMaybe: true))
        }
        continue
      }
      if entries[place].value.join(theirs.value, isWidening: isWidening) { hasChanged = true }
      if theirs.isMaybe, !entries[place].isMaybe {
        entries[place].isMaybe = true
        hasChanged = true
      }
      if place < next {
        // One way has it before, the other after another.
        if let copy = joined.firstIndex(where: { $0.key.isSame(as: theirs.key) }) { joined[copy] = entries[place] }
        hasChanged = hasChanged || !isShuffled
        isShuffled = true
        continue
      }
      for index in next..<place { hasChanged = Self.doubt(&entries[index], &joined) || hasChanged }
      joined.append(entries[place])
      next = place + 1
    }
    for index in next..<max(next, entries.count) { hasChanged = Self.doubt(&entries[index], &joined) || hasChanged }
    entries = joined
    if let more = other.rest {
      if var mine = rest {
        if mine.join(more, isWidening: isWidening) {
          rest = mine
          hasChanged = true
        }
      } else {
        rest = more
        hasChanged = true
      }
    }
    return hasChanged
  }

  /// Keeps an entry that the other way has not.
  private static func doubt(_ entry: inout Entry, _ joined: inout [Entry]) -> Bool {
    let wasSure = !entry.isMaybe
    entry.isMaybe = true
    joined.append(entry)
    return wasSure
  }

  // MARK: Sets

  mutating func add(_ value: TacValue) {
    for option in value.alternatives where value.alternatives.count > 1 || !option.isLiteral {
      if entries.contains(where: { $0.key.isSame(as: option) }) { continue }
      entries.append(Entry(key: option, value: option, isMaybe: value.alternatives.count > 1 || !isThing(option)))
      if entries.count > Self.limit { rest = .unknown("a member of a set") }
      if case .unknown = option { rest = option }
    }
    if value.alternatives.count == 1, value.isLiteral { store(value, value) }
  }

  private func isThing(_ value: TacValue) -> Bool { if case .object = value { true } else { false } }

  mutating func addPerhaps(_ value: TacValue) {
    for option in value.alternatives where !entries.contains(where: { $0.key.isSame(as: option) }) {
      entries.append(Entry(key: option, value: option, isMaybe: true))
      if case .unknown = option { rest = option }
    }
  }

  /// Takes in the entries of another, which come later.
  mutating func update(with other: DictionaryContent) {
    for entry in other.entries {
      if !entry.isMaybe {
        store(entry.value, entry.key)
      } else if let place = entries.firstIndex(where: { $0.key.isSame(as: entry.key) }) {
        entries[place].value = .merge([entries[place].value, entry.value])
      } else {
        entries.append(entry)
      }
    }
    if let more = other.rest {
      for place in entries.indices where !isSet { entries[place].value = .merge([entries[place].value, more]) }
      rest = rest.map { .merge([$0, more]) } ?? more
    }
  }
}
