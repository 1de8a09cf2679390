/// What a dictionary or a set is known to hold.
package struct DictionaryContent: Sendable {
  package struct Entry: Sendable {
    package var key: PythonValue
    package var value: PythonValue
    /// Whether it may not be there.
    package var isMaybe = false
  }

  package private(set) var entries: [Entry] = []
  /// Where the entries stand whose keys can be looked up.
  private var places: [EntryKey: Int] = [:]
  /// The number of entries whose keys are no plain values, so that other keys may equal them.
  private var openCount = 0
  /// The number of entries whose keys cannot be looked up.
  private var unlistedCount = 0
  /// What stands under keys that are not known, if there may be any.
  package var rest: PythonValue?
  package var isSet = false
  /// Whether the order of the entries is not that in which the program would find them.
  package var isShuffled = false

  package init(_ entries: [Entry] = [], rest: PythonValue? = nil, isSet: Bool = false) {
    for entry in entries { append(entry) }
    self.rest = rest
    self.isSet = isSet
  }

  package init(pairs: [(key: PythonValue, value: PythonValue)]) {
    for pair in pairs { store(pair.value, pair.key) }
  }

  package static let limit = 1024
  /// The most entries whose keys cannot be looked up, and are compared one by one.
  private static let unlistedLimit = 32

  package var isExact: Bool { rest == nil && !entries.contains { $0.isMaybe } }

  package var truth: Bool? { entries.contains { !$0.isMaybe } ? true : isExact ? false : nil }

  /// What may stand under a key, and whether there may or must be nothing.
  package func lookUp(_ key: PythonValue) -> (values: [PythonValue], isMissing: Bool?) {
    let each = key.alternatives.map { lookUp(alternative: $0) }
    let isMissing: Bool? =
      each.allSatisfy { $0.isMissing == false } ? false : each.allSatisfy { $0.isMissing == true } ? true : nil
    return (each.flatMap(\.values), isMissing)
  }

  /// How many entries are looked at to find a key.
  package func cost(of key: PythonValue) -> Int {
    openCount == 0 && key.alternatives.allSatisfy(\.isLiteral) ? 1 : entries.count
  }

  /// Where the entry stands that is the same key's, or equals it.
  private func place(of key: PythonValue) -> Int? {
    if let key = EntryKey(key) { return places[key] }
    return unlistedCount == 0 ? nil : entries.firstIndex { EntryKey($0.key) == nil && $0.key.isSame(as: key) }
  }

  private var hasRoom: Bool { entries.count < Self.limit && unlistedCount < Self.unlistedLimit }

  /// Adds an entry whose key is no other's.
  package mutating func append(_ entry: Entry) {
    if let key = EntryKey(entry.key) { places[key] = entries.count } else { unlistedCount += 1 }
    if !entry.key.isLiteral { openCount += 1 }
    entries.append(entry)
  }

  package mutating func appendNew(_ entry: Entry) { if place(of: entry.key) == nil { append(entry) } }

  package mutating func changeEach(_ change: (inout Entry) -> Void) {
    for place in entries.indices { change(&entries[place]) }
  }

  /// None of the entries is surely there any more.
  package mutating func doubtEach() { changeEach { $0.isMaybe = true } }

  package mutating func popLast() -> Entry? { entries.isEmpty ? nil : remove(at: entries.count - 1) }

  @discardableResult
  private mutating func remove(at place: Int) -> Entry {
    let entry = entries.remove(at: place)
    if !entry.key.isLiteral { openCount -= 1 }
    if let key = EntryKey(entry.key) { places[key] = nil } else { unlistedCount -= 1 }
    if place < entries.count {
      for index in places.values.indices where places.values[index] > place { places.values[index] -= 1 }
    }
    return entry
  }

  private mutating func replaceAll(_ all: [Entry]) {
    (entries, places, openCount, unlistedCount) = ([], [:], 0, 0)
    for entry in all { append(entry) }
  }

  private mutating func mergeRest(_ value: PythonValue) { rest = rest.map { .merge([$0, value]) } ?? value }

  private func lookUp(alternative key: PythonValue) -> (values: [PythonValue], isMissing: Bool?) {
    var found: [PythonValue] = []
    if openCount == 0, key.isLiteral {
      guard let place = place(of: key) else { return (rest.map { [$0] } ?? [], rest == nil ? true : nil) }
      if !entries[place].isMaybe { return ([entries[place].value], false) }
      return ([entries[place].value] + (rest.map { [$0] } ?? []), nil)
    }
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
  package func list(_ member: (Entry) -> PythonValue) -> ListContent {
    let more = rest.map { member(Entry(key: isSet ? $0 : .unknown("a key of a dictionary"), value: $0)) }
    let known = isShuffled && entries.count > 1 ? [] : entries.prefix { !$0.isMaybe }.map(member)
    if known.count == entries.count { return ListContent(items: known, minimum: known.count, rest: more) }
    // After one that may be missing, each of the others may stand at any place.
    let others = entries.dropFirst(known.count)
    let any = PythonValue.merge(others.map(member) + (more.map { [$0] } ?? []))
    let items = known + Array(repeating: any, count: others.filter { !$0.isMaybe }.count)
    let isOpen = more != nil || others.contains(where: \.isMaybe)
    return ListContent(items: items, minimum: items.count, rest: isOpen ? any : nil)
  }

  package mutating func store(_ value: PythonValue, _ key: PythonValue) {
    let options = key.alternatives
    if options.count == 1 {
      if let place = place(of: key), entries[place].key.equals(key) == true {
        // If it was not there, it comes last.
        if entries[place].isMaybe, place < entries.count - 1 { isShuffled = true }
        entries[place].value = value
        entries[place].isMaybe = false
        return
      }
      if key.isLiteral {
        if openCount > 0 {
          for place in entries.indices where entries[place].key.equals(key) == nil {
            entries[place].value = .merge([entries[place].value, value])
          }
        }
        if entries.count < Self.limit { append(Entry(key: key, value: value)) } else { mergeRest(value) }
        return
      }
    }
    if options.allSatisfy(\.isLiteral) {
      for option in options {
        if let place = place(of: option) {
          entries[place].value = .merge([entries[place].value, value])
        } else if entries.count < Self.limit {
          append(Entry(key: option, value: value, isMaybe: true))
        } else {
          mergeRest(value)
        }
      }
      return
    }
    // Any entry may have been the one.
    changeEach { $0.value = .merge([$0.value, value]) }
    mergeRest(value)
  }

  /// Stores what the program may store or not.
  package mutating func storePerhaps(_ value: PythonValue, _ key: PythonValue) {
    let count = entries.count
    store(value, key)
    if entries.count > count { entries[count].isMaybe = true }
  }

  /// Takes an entry out that may or must be there.
  package mutating func remove(_ key: PythonValue) {
    let options = key.alternatives
    if openCount == 0, options.count == 1, key.isLiteral {
      if let place = place(of: key) { remove(at: place) }
      return
    }
    let isSure = options.count == 1
    let left = entries.compactMap { entry -> Entry? in
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
    replaceAll(left)
  }

  /// Code that was not read may have changed any of it.
  package mutating func doubt(_ origin: String) {
    for place in entries.indices {
      entries[place].isMaybe = entries[place].isMaybe || isSet
      // Things such as factories stay what they are.
      guard !isSet, entries[place].value.alternatives.allSatisfy(\.isPlain) else { continue }
      entries[place].value = .merge([entries[place].value, .unknown(origin)])
    }
    rest = .unknown(origin)
  }

  package mutating func join(_ other: DictionaryContent, isWidening: Bool) -> Bool {
    var hasChanged = false
    if other.isShuffled, !isShuffled {
      isShuffled = true
      hasChanged = true
    }
    var joined: [Entry] = []
    /// Where the entries went, and those that changed after they had gone.
    var gone = [Int](repeating: 0, count: entries.count)
    var moved: [Int] = []
    var next = 0
    for theirs in other.entries {
      guard let place = place(of: theirs.key) else {
        hasChanged = true
        if isWidening || entries.count + joined.count >= Self.limit || EntryKey(theirs.key) == nil && !hasRoom {
          rest = .unknown(PythonValue.changedByLoop)
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
        moved.append(place)
        hasChanged = hasChanged || !isShuffled
        isShuffled = true
        continue
      }
      for index in next..<place {
        gone[index] = joined.count
        hasChanged = Self.doubt(&entries[index], &joined) || hasChanged
      }
      gone[place] = joined.count
      joined.append(entries[place])
      next = place + 1
    }
    for index in next..<max(next, entries.count) { hasChanged = Self.doubt(&entries[index], &joined) || hasChanged }
    for place in moved { joined[gone[place]] = entries[place] }
    replaceAll(joined)
    return rest.join(other.rest, isWidening: isWidening) || hasChanged
  }

  /// Keeps an entry that the other way has not.
  private static func doubt(_ entry: inout Entry, _ joined: inout [Entry]) -> Bool {
    let wasSure = !entry.isMaybe
    entry.isMaybe = true
    joined.append(entry)
    return wasSure
  }

  // MARK: Sets

  package mutating func add(_ value: PythonValue) {
    for option in value.alternatives where value.alternatives.count > 1 || !option.isLiteral {
      if place(of: option) != nil { continue }
      guard hasRoom else {
        mergeRest(option)
        continue
      }
      append(Entry(key: option, value: option, isMaybe: value.alternatives.count > 1 || !isThing(option)))
      if case .unknown = option { rest = option }
    }
    if value.alternatives.count == 1, value.isLiteral { store(value, value) }
  }

  private func isThing(_ value: PythonValue) -> Bool { if case .object = value { true } else { false } }

  package mutating func addPerhaps(_ value: PythonValue) {
    for option in value.alternatives where place(of: option) == nil {
      guard hasRoom else {
        mergeRest(option)
        continue
      }
      append(Entry(key: option, value: option, isMaybe: true))
      if case .unknown = option { rest = option }
    }
  }

  /// Takes in the entries of another, which come later.
  package mutating func update(with other: DictionaryContent) {
    for entry in other.entries {
      if !entry.isMaybe {
        store(entry.value, entry.key)
      } else if let place = place(of: entry.key) {
        entries[place].value = .merge([entries[place].value, entry.value])
      } else if hasRoom {
        append(entry)
      } else {
        mergeRest(entry.value)
      }
    }
    if let more = other.rest {
      if !isSet { changeEach { $0.value = .merge([$0.value, more]) } }
      mergeRest(more)
    }
  }
}
