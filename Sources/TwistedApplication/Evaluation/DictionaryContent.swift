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

  mutating func store(_ value: TacValue, _ key: TacValue) {
    let options = key.alternatives
    if options.count == 1 {
      if let place = entries.firstIndex(where: { $0.key.equals(key) == true }) {
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
    for place in entries.indices {
      if let match = other.entries.first(where: { $0.key.isSame(as: entries[place].key) }) {
        hasChanged = entries[place].value.join(match.value, isWidening: isWidening) || hasChanged
        if match.isMaybe, !entries[place].isMaybe {
          entries[place].isMaybe = true
          hasChanged = true
        }
      } else if !entries[place].isMaybe {
        entries[place].isMaybe = true
        hasChanged = true
      }
    }
    let known = entries.count
    for entry in other.entries {
      if entries.prefix(known).contains(where: { $0.key.isSame(as: entry.key) }) { continue }
      hasChanged = true
      if isWidening || entries.count >= Self.limit {
        rest = .unknown(TacValue.changedByLoop)
      } else {
        entries.append(Entry(key: entry.key, value: entry.value, isMaybe: true))
      }
    }
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
