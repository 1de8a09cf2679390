import PythonSyntax

/// What stands under an index or a key.
package extension Evaluator {
  mutating func element(_ container: PythonValue, _ index: UInt32, at id: UInt32) -> PythonValue {
    let container = commandLine(container, at: id) ?? container
    if let slice = tree.node(index), slice.kind == .slice {
      let bounds = sliceBounds(slice)
      return forEachAlternative(of: container) { $0.sliced($1, bounds, at: id) }
    }
    let key = evaluate(index)
    guard isAlive else { return .unknown("a value that is never computed") }
    if case .name(Self.environmentName) = container { noteVariable(key, isNeeded: true, at: location(id)) }
    if let bounds = sliceBounds(of: key) { return forEachAlternative(of: container) { $0.sliced($1, bounds, at: id) } }
    return element(of: container, key)
  }

  /// `sys.argv` of a program as a list, which begins with its own name.
  private mutating func commandLine(_ container: PythonValue, at id: UInt32) -> PythonValue? {
    guard case .name("sys.argv") = container, let programArguments else { return nil }
    return makeList([.unknown("the program's name")] + programArguments.map { .text($0) }, at: id)
  }

  mutating func element(of container: PythonValue, _ key: PythonValue) -> PythonValue {
    switch container {
    case .name("os.environ"):
      mayRaise(.name("KeyError"))
      return environment(key, fallback: nil)
    case .name("sys.argv"): return .unknown("the command line")
    case .name(let name):
      mayRaise(.unknown("an exception"))
      return .unknown("import:\(name)" + (literal(key).map { ".\($0)" } ?? ""))
    case .unknown(let unknown):
      mayRaise(.unknown("an exception"))
      return .unknown(literal(key).map { extended(unknown.origin, $0) } ?? unknown.origin)
    case .choice: return forEachAlternative(of: container) { $0.element(of: $1, key) }
    case .tuple(let values): return member(of: ListContent(values), key)
    case .text(let text) where !MarkedText.hasHole(text):
      charge(min(text.utf8.count, ListContent.limit))
      return member(of: ListContent(text.unicodeScalars.prefix(ListContent.limit).map { .text(String($0)) }), key)
    case .object(let number):
      refresh(number)
      switch objects[number].kind {
      case .list(let content): return member(of: content, key)
      case .dictionary(let content): return entry(in: content, key)
      default: return entry(of: container, key) ?? .unknown("an entry of a dictionary")
      }
    case .none, .bool, .integer, .float:
      fail(.name("TypeError"), "\(Self.typeName(of: container)) object is not subscriptable")
      return .unknown("a value that is never computed")
    default: break
    }
    mayRaise(.unknown("an exception"))
    return .unknown("an element")
  }

  /// The member at an index; ways on which the index is out of range raise.
  private mutating func member(of content: ListContent, _ key: PythonValue) -> PythonValue {
    var found: [PythonValue] = []
    var isMissing: Bool? = true
    var outcomes: [Bool?] = []
    for option in key.alternatives {
      guard let index = option.wholeNumber else {
        if option.isLiteral {
          outcomes.append(true)
          continue
        }
        mayRaise(.unknown("an exception"))
        charge(content.items.count, 4)
        if case .unknown = option, let any = content.anyMember {
          found.append(any)
        } else {
          found.append(.unknown("a member of a list"))
        }
        outcomes.append(nil)
        continue
      }
      let (value, missing) = content.member(at: index)
      if let value { found.append(value) }
      outcomes.append(missing)
    }
    isMissing = outcomes.allSatisfy { $0 == true } ? true : outcomes.allSatisfy { $0 == false } ? false : nil
    if isMissing == true {
      fail(.name("IndexError"), "index out of range")
      return .unknown("an index out of range")
    }
    if isMissing == nil { mayRaise(.name("IndexError")) }
    return found.isEmpty ? .unknown("a member of a list") : .merge(found)
  }

  /// The entry under a key; ways on which there is none raise.
  private mutating func entry(in content: DictionaryContent, _ key: PythonValue) -> PythonValue {
    charge(content.cost(of: key), 4)
    let key = keyed(key)
    let (values, isMissing) = content.lookUp(key)
    if isMissing == true {
      fail(.name("KeyError"), literal(key).map { if case .text = key { "'\($0)'" } else { $0 } })
      return .unknown("a missing entry")
    }
    if isMissing == nil { mayRaise(.name("KeyError")) }
    return .merge(values)
  }

  /// The entry under a key, or what the class of the dictionary gives for one that is missing.
  private mutating func entry(
    in content: DictionaryContent, _ key: PythonValue, orMissingOf number: Int
  ) -> PythonValue {
    let (values, isMissing) = content.lookUp(keyed(key))
    if isMissing == false { return .merge(values) }
    var results = values
    fork(isMissing == true ? 1 : 2) { evaluator, way in
      if way == 1 { return }
      let value = evaluator.callMember("__missing__", of: number, PythonArguments(positional: [key]), at: Node.none)
      if evaluator.isAlive { results.append(value ?? .unknown("a missing entry")) }
    }
    return results.isEmpty ? .unknown("a value that is never computed") : .merge(results)
  }

  /// A key as it reads in a path.
  func literal(_ key: PythonValue) -> String? {
    switch key {
    case .text(let text) where !MarkedText.hasHole(text): text
    case .integer(let number): String(number)
    default: nil
    }
  }

  /// The entry of a dictionary, or of options, under a key; nil when there is surely none.
  mutating func entry(of container: PythonValue, _ key: PythonValue) -> PythonValue? {
    guard case .object(let number) = container else {
      return container.isScalar ? nil : element(of: container, key)
    }
    switch objects[number].kind {
    case .dictionary(let content):
      charge(content.cost(of: key), 4)
      let values = content.lookUp(keyed(key)).values
      return values.isEmpty ? nil : .merge(values)
    case .instance:
      if let value = callMember("__getitem__", of: number, PythonArguments(positional: [key]), at: Node.none) {
        return value
      }
      if let inner = mapping(container), case .dictionary(let content) = objects[inner].kind {
        return hasMember("__missing__", number)
          ? entry(in: content, key, orMissingOf: number) : entry(in: content, key)
      }
      if case .integer(let place) = key, let values = members(ofRecord: number) {
        return ListContent(values).member(at: place).value ?? .unknown("an index out of range")
      }
      mayRaise(.unknown("an exception"))
      return configured(number, key)
    default: return nil
    }
  }

  mutating func storeElement(_ value: PythonValue, _ container: PythonValue, key: PythonValue, at id: UInt32) {
    guard case .object(let number) = container else {
      if case .choice(let values) = container {
        return fork(values.count) { evaluator, index in
          evaluator.storeElement(value, values[index], key: key, at: id)
        }
      }
      if container.isScalar { return fail(.name("TypeError")) }
      if case .name(Self.environmentName) = container { noteAssignment(ofVariable: key) }
      escape(value)
      return mayRaise(.unknown("an exception"))
    }
    switch objects[number].kind {
    case .dictionary: storeEntry(value, key, in: number)
    case .list(var content):
      if case .choice(let keys) = key {
        return fork(keys.count) { $0.storeElement(value, container, key: keys[$1], at: id) }
      }
      charge(content.items.count / 4)
      guard let index = key.wholeNumber else {
        charge(content.items.count, 4)
        for place in content.items.indices { content.items[place] = .merge([content.items[place], value]) }
        content.rest = content.rest.map { .merge([$0, value]) }
        objects[number].kind = .list(content)
        return mayRaise(.name("IndexError"))
      }
      if let place = content.place(of: index) {
        content.items[place] = value
      } else if content.isExact {
        return fail(.name("IndexError"))
      } else {
        for place in content.items.indices where place >= content.minimum || index < 0 {
          content.items[place] = .merge([content.items[place], value])
        }
        content.rest = content.rest.map { .merge([$0, value]) }
        mayRaise(.name("IndexError"))
      }
      objects[number].kind = .list(content)
    case .instance:
      let arguments = PythonArguments(positional: [key, value])
      if callMember("__setitem__", of: number, arguments, at: id) != nil { return }
      if let inner = mapping(container) { return storeEntry(value, key, in: inner) }
      if let name = literal(key) { setAttribute(symbol("[\(name)]"), of: number, to: value) }
    default: break
    }
  }

  mutating func deleteElement(of number: Int, _ key: PythonValue, at id: UInt32) {
    refresh(number)
    switch objects[number].kind {
    case .dictionary(var content):
      charge(content.cost(of: key), 4)
      let key = keyed(key)
      let isMissing = content.lookUp(key).isMissing
      if isMissing == true { return fail(.name("KeyError")) }
      if isMissing == nil { mayRaise(.name("KeyError")) }
      content.remove(key)
      setDictionary(number, content)
    case .list(var content):
      charge(content.items.count / 4)
      if let index = key.wholeNumber, content.isExact {
        guard let place = content.place(of: index) else { return fail(.name("IndexError")) }
        content.items.remove(at: place)
        content.minimum -= 1
        objects[number].kind = .list(content)
      } else {
        mayRaise(.name("IndexError"))
        blur(number, "a list that members were taken from")
      }
    case .instance:
      if callMember("__delitem__", of: number, PythonArguments(positional: [key]), at: id) != nil { return }
      if let inner = mapping(.object(number)) { deleteElement(of: inner, key, at: id) }
    default: break
    }
  }
}
