import PythonSyntax

extension TacEvaluator {
  /// Begins the account of an attribute that a class of the program surely does not have.
  static let missingAttribute = "a missing attribute"

  mutating func attribute(_ symbol: UInt32, of value: TacValue, at id: UInt32) -> TacValue {
    switch value {
    case .name(let name):
      if !KnownNames.isTwisted(name), Module.Kind.of(name) == .thirdParty { mayRaise(.name("AttributeError")) }
      let value = named(name, symbol)
      if case .name(let full) = value, let constant = stubConstant(full) { return constant }
      return value
    case .unknown(let unknown):
      mayRaise(.name("AttributeError"))
      return .unknown(extended(unknown.origin, names.text(symbol)))
    case .choice(let values):
      let options = values.filter { if case .none = $0 { false } else { true } }
      if options.count < values.count { mayRaise(.name("AttributeError")) }
      if options.isEmpty { return .unknown("an attribute of nothing") }
      return forEachAlternative(of: .merge(options)) { $0.attribute(symbol, of: $1, at: id) }
    case .none:
      fail(.name("AttributeError"))
      return .unknown("an attribute of nothing")
    case .object(let number): return attribute(symbol, ofObject: number, at: id)
    default: return make(.method(receiver: value, function: nil, name: symbol), at: id)
    }
  }

  /// Configuration and imported things are told by their path.
  func extended(_ origin: String, _ part: String) -> String {
    guard origin.utf8.count < 200 else { return origin }
    if origin == "config:" { return origin + part }
    return origin.hasPrefix("config:") || origin.hasPrefix("import:") ? "\(origin).\(part)" : origin
  }

  /// An attribute of something that lives elsewhere.
  func named(_ name: String, _ symbol: UInt32) -> TacValue {
    guard name.utf8.count < 300 else { return .unknown("a long name") }
    let full = KnownNames.canonical("\(name).\(names.text(symbol))")
    return KnownNames.constants[full] ?? .name(full)
  }

  private mutating func attribute(_ symbol: UInt32, ofObject number: Int, at id: UInt32) -> TacValue {
    var found: [TacValue] = []
    if let value = objects[number].attributes[symbol] {
      let (present, isSure) = value.present
      if isSure { return value }
      if let present { found.append(present) }
    }
    let rest = classAttribute(symbol, ofObject: number, at: id, isNeeded: found.isEmpty)
    if let rest { found.append(rest) } else { mayRaise(.name("AttributeError")) }
    return found.isEmpty ? .unknown("\(Self.missingAttribute) \(names.text(symbol))") : .merge(found)
  }

  /// An attribute that the thing does not have itself; nil for nothing.
  ///
  /// - Parameter isNeeded: whether something is to stand for an attribute that is not found.
  private mutating func classAttribute(
    _ symbol: UInt32, ofObject number: Int, at id: UInt32, isNeeded: Bool
  ) -> TacValue? {
    switch objects[number].kind {
    case .instance where names.text(symbol) == "__dict__": return ownDictionary(of: number, at: id)
    case .instance(let type) where names.text(symbol) == "__class__": return type
    // What `setServiceParent` sets.
    case .instance(let type) where names.text(symbol) == "parent" && isService(type): return objects[number].parent
    case .instance(.name(Self.namespaceName)): return parsed(names.text(symbol), number)
    case .module(let index): return member(symbol, ofModule: index)
    case .instance(let type):
      if case .name("twisted.python.filepath.FilePath") = type { return filePath(symbol, of: number) }
      let classes = ancestry(of: type)
      if let value = member(symbol, in: classes[...], of: .object(number), at: id) { return value }
      if let value = computedAttribute(symbol, ofObject: number, classes) { return value }
      if !isNeeded { return nil }
      if !handlers.isEmpty, isWhole(classes), !objects[number].escaped {
        fail(.name("AttributeError"))
        return nil
      }
      return make(.method(receiver: .object(number), function: nil, name: symbol), at: id)
    case .classObject(let definition):
      switch names.text(symbol) {
      case "__name__": return .text(definition.name)
      case "__dict__": return ownDictionary(of: number, at: id)
      default: break
      }
      var found: [TacValue] = []
      // The name of a class that a stub describes: what the stub does not define may be there all the same.
      var described: String?
      for ancestor in ancestry(of: .object(number)).dropFirst() {
        switch ancestor {
        case .name(let name) where isDescribed(name): described = described ?? name
        case .object(let owner):
          guard let (present, isSure) = objects[owner].attributes[symbol]?.present else { continue }
          if let present { found.append(present) }
          if isSure { return .merge(found) }
        case .name(let name) where name.contains("."): return .merge(found + [named(name, symbol)])
        default: break
        }
      }
      if let described { return .merge(found + [named(described, symbol)]) }
      if !found.isEmpty { return .merge(found) }
      if isNeeded, !handlers.isEmpty, isWhole(ancestry(of: .object(number))), !names.text(symbol).hasPrefix("__") {
        fail(.name("AttributeError"))
      }
      return isNeeded ? .unknown("\(Self.missingAttribute) \(names.text(symbol))") : nil
    case .parentView(let receiver, let owner):
      return member(symbol, in: parents(of: receiver, after: owner), of: receiver, at: id)
        ?? make(.method(receiver: .object(number), function: nil, name: symbol), at: id)
    case .function(let function):
      if names.text(symbol) == "__name__", let node = modules[function.module].tree.node(function.node),
        node.kind == .function
      {
        return .text(names.text(node.first))
      }
      return make(.method(receiver: .object(number), function: nil, name: symbol), at: id)
    default:
      return make(.method(receiver: .object(number), function: nil, name: symbol), at: id)
    }
  }

  /// Whether a class is one of Twisted's services or inherits from one.
  private func isService(_ type: TacValue) -> Bool {
    ancestry(of: type).contains {
      if case .name(let name) = $0 { name.hasPrefix("twisted.application.") } else { false }
    }
  }

  /// Whether all of an instance's classes were read.
  func isWhole(_ classes: [TacValue]) -> Bool {
    classes.allSatisfy {
      switch $0 {
      case .object: true
      case .name(let name): name == "object" || Self.isException(name)
      default: false
      }
    }
  }

  /// What the first of some classes binds a name to, as seen through an instance or a class.
  private mutating func member(
    _ symbol: UInt32, in classes: ArraySlice<TacValue>, of receiver: TacValue, at id: UInt32
  ) -> TacValue? {
    var found: [TacValue] = []
    for case .object(let owner) in classes {
      guard let value = objects[owner].attributes[symbol] else { continue }
      let (present, isSure) = value.present
      if let present { found.append(bound(present, to: receiver, symbol, at: id)) }
      if isSure { break }
    }
    return found.isEmpty ? nil : .merge(found)
  }

  /// A class's member as seen through an instance.
  mutating func bound(_ value: TacValue, to receiver: TacValue, _ symbol: UInt32, at id: UInt32) -> TacValue {
    if case .choice = value {
      return forEachAlternative(of: value) { $0.bound($1, to: receiver, symbol, at: id) }
    }
    guard case .object(let number) = value else { return value }
    switch objects[number].kind {
    case .property(let getter, _): return apply(getter, TacArguments(positional: [receiver]), at: id)
    case .function(let function):
      if function.binding == .staticMethod { return value }
      return make(.method(receiver: receiver, function: value, name: symbol), at: id)
    case .instance where hasMember("__get__", number):
      let type: TacValue =
        if let object = object(receiver), case .instance(let type) = object.kind { type } else { .none }
      return callMember("__get__", of: number, TacArguments(positional: [receiver, type]), at: id) ?? value
    default: return value
    }
  }

  mutating func store(_ value: TacValue, in symbol: UInt32, of owner: TacValue, at id: UInt32) {
    guard isAlive else { return }
    switch owner {
    case .object(let number):
      if case .instance(.name("twisted.application.service.IProcess")) = objects[number].kind {
        storeProcess(value, names.text(symbol), objects[number], at: id)
      }
      if case .module(let index) = objects[number].kind {
        return setVariable(symbol, in: modules[index].scope, to: value)
      }
      if case .instance(let type) = objects[number].kind, storeThroughClass(value, symbol, number, type, at: id) {
        return
      }
      objects[number].attributes[symbol] = value
      if case .classObject = objects[number].kind { adopt(value, by: number) }
      // `self.services = [...]` is what MultiService.addService fills.
      if names.text(symbol) == "services", case .instance = objects[number].kind, let (members, _) = elements(of: value)
      {
        for member in members.prefix(64) {
          _ = callServiceMethod("setServiceParent", of: member, TacArguments(positional: [owner]), at: id)
        }
      }
    case .choice(let values):
      let options = values.prefix(8).filter { if case .none = $0 { false } else { true } }
      fork(options.count) { evaluator, index in evaluator.store(value, in: symbol, of: options[index], at: id) }
    case .none, .bool, .integer, .float, .text, .tuple:
      fail(.name("AttributeError"))
    default:
      escape(value)
      mayRaise(.unknown("an exception"))
    }
  }

  /// Properties, `__set__` and `__setattr__` of the program's own classes take what is stored.
  private mutating func storeThroughClass(
    _ value: TacValue, _ symbol: UInt32, _ number: Int, _ type: TacValue, at id: UInt32
  ) -> Bool {
    guard case .object = type else { return false }
    if let hook = names.find("__setattr__"), symbol != hook, classMember(hook, of: type) != nil {
      let arguments = TacArguments(positional: [.text(names.text(symbol)), value])
      return callMember("__setattr__", of: number, arguments, at: id) != nil
    }
    guard case .object(let member)? = classMember(symbol, of: type) else { return false }
    switch objects[member].kind {
    case .property(_, let setter?):
      _ = apply(setter, TacArguments(positional: [.object(number), value]), at: id)
      return true
    case .property(_, nil):
      // A cached one gives way; a plain one refuses.
      mayRaise(.name("AttributeError"))
      return false
    case .instance where hasMember("__set__", member):
      _ = callMember("__set__", of: member, TacArguments(positional: [.object(number), value]), at: id)
      return true
    default: return false
    }
  }

  // MARK: Elements

  mutating func element(_ container: TacValue, _ index: UInt32, at id: UInt32) -> TacValue {
    if let slice = tree.node(index), slice.kind == .slice {
      let bounds = sliceBounds(slice)
      return forEachAlternative(of: container) { $0.sliced($1, bounds, at: id) }
    }
    let key = evaluate(index)
    guard isAlive else { return .unknown("a value that is never computed") }
    if case .name(Self.environmentName) = container { noteVariable(key, isNeeded: true, at: location(id)) }
    return element(of: container, key)
  }

  mutating func element(of container: TacValue, _ key: TacValue) -> TacValue {
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
    case .text(let text) where !TacText.hasHole(text):
      return member(of: ListContent(text.unicodeScalars.prefix(ListContent.limit).map { .text(String($0)) }), key)
    case .object(let number):
      switch objects[number].kind {
      case .list(let content): return member(of: content, key)
      case .dictionary(let content): return entry(in: content, key)
      default: return entry(of: container, key) ?? .unknown("an entry of a dictionary")
      }
    case .none, .bool, .integer, .float:
      fail(.name("TypeError"))
      return .unknown("a value that is never computed")
    default: break
    }
    mayRaise(.unknown("an exception"))
    return .unknown("an element")
  }

  /// The member at an index; ways on which the index is out of range raise.
  private mutating func member(of content: ListContent, _ key: TacValue) -> TacValue {
    var found: [TacValue] = []
    var isMissing: Bool? = true
    var outcomes: [Bool?] = []
    for option in key.alternatives {
      guard let index = option.wholeNumber else {
        if option.isLiteral {
          outcomes.append(true)
          continue
        }
        mayRaise(.unknown("an exception"))
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
      fail(.name("IndexError"))
      return .unknown("an index out of range")
    }
    if isMissing == nil { mayRaise(.name("IndexError")) }
    return found.isEmpty ? .unknown("a member of a list") : .merge(found)
  }

  /// The entry under a key; ways on which there is none raise.
  private mutating func entry(in content: DictionaryContent, _ key: TacValue) -> TacValue {
    let (values, isMissing) = content.lookUp(key)
    if isMissing == true {
      fail(.name("KeyError"))
      return .unknown("a missing entry")
    }
    if isMissing == nil { mayRaise(.name("KeyError")) }
    return .merge(values)
  }

  /// A key as it reads in a path.
  func literal(_ key: TacValue) -> String? {
    switch key {
    case .text(let text) where !TacText.hasHole(text): text
    case .integer(let number): String(number)
    default: nil
    }
  }

  /// The entry of a dictionary, or of options, under a key; nil when there is surely none.
  mutating func entry(of container: TacValue, _ key: TacValue) -> TacValue? {
    guard case .object(let number) = container else {
      return container.isScalar ? nil : element(of: container, key)
    }
    switch objects[number].kind {
    case .dictionary(let content):
      let values = content.lookUp(key).values
      return values.isEmpty ? nil : .merge(values)
    case .instance:
      if let value = callMember("__getitem__", of: number, TacArguments(positional: [key]), at: Node.none) {
        return value
      }
      if let inner = mapping(container) { return entry(of: .object(inner), key) }
      if case .integer(let place) = key, let values = members(ofRecord: number) {
        return ListContent(values).member(at: place).value ?? .unknown("an index out of range")
      }
      mayRaise(.unknown("an exception"))
      return configured(number, key)
    default: return nil
    }
  }

  mutating func storeElement(_ value: TacValue, _ container: TacValue, key: TacValue, at id: UInt32) {
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
      guard let index = key.wholeNumber else {
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
      let arguments = TacArguments(positional: [key, value])
      if callMember("__setitem__", of: number, arguments, at: id) != nil { return }
      if let inner = mapping(container) { return storeEntry(value, key, in: inner) }
      if let name = literal(key) { setAttribute(symbol("[\(name)]"), of: number, to: value) }
    default: break
    }
  }

  mutating func deleteElement(of number: Int, _ key: TacValue, at id: UInt32) {
    switch objects[number].kind {
    case .dictionary(var content):
      let isMissing = content.lookUp(key).isMissing
      if isMissing == true { return fail(.name("KeyError")) }
      if isMissing == nil { mayRaise(.name("KeyError")) }
      content.remove(key)
      setDictionary(number, content)
    case .list(var content):
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
      if callMember("__delitem__", of: number, TacArguments(positional: [key]), at: id) != nil { return }
      if let inner = mapping(.object(number)) { deleteElement(of: inner, key, at: id) }
    default: break
    }
  }

  // MARK: Slices

  /// Begin, end and step as they are written; what is left out is nothing.
  private mutating func sliceBounds(_ slice: Node) -> [TacValue?] {
    (0..<3).map { place -> TacValue? in
      let bound = tree.member(slice.second, place)
      if bound == Node.none { return nil }
      let value = evaluate(bound)
      if case .none = value { return nil }
      return value
    }
  }

  /// The places that a slice of so many members takes, as Python counts; nil when they are not known.
  private func places(_ bounds: [TacValue?], _ count: Int) -> [Int]? {
    func whole(_ value: TacValue?) -> Int?? {
      guard let value else { return .some(nil) }
      guard let number = value.wholeNumber, number.magnitude < 1 << 40 else { return nil }
      return .some(number)
    }
    guard bounds.count == 3, let lower = whole(bounds[0]), let upper = whole(bounds[1]), let given = whole(bounds[2])
    else { return nil }
    let step = given ?? 1
    guard step != 0 else { return nil }
    func clamped(_ value: Int, _ low: Int, _ high: Int) -> Int {
      min(max(value < 0 ? value + count : value, low), high)
    }
    let (low, high) = step > 0 ? (0, count) : (-1, count - 1)
    let start = lower.map { clamped($0, low, high) } ?? (step > 0 ? low : high)
    let end = upper.map { clamped($0, low, high) } ?? (step > 0 ? high : low)
    return Array(stride(from: start, to: end, by: step))
  }

  private mutating func sliced(_ container: TacValue, _ bounds: [TacValue?], at id: UInt32) -> TacValue {
    switch container {
    case .text(let text) where !TacText.hasHole(text):
      let characters = Array(text.unicodeScalars)
      guard let places = places(bounds, characters.count) else { return .unknown("a part of a text") }
      var part = String.UnicodeScalarView()
      for place in places { part.append(characters[place]) }
      return .text(String(part))
    case .tuple(let values):
      guard let places = places(bounds, values.count) else { return .unknown("a slice") }
      return .tuple(places.map { values[$0] })
    case .object(let number):
      if case .list(let content) = objects[number].kind {
        guard content.isExact, let places = places(bounds, content.items.count) else {
          return makeList(content.blurred, at: id)
        }
        return makeList(places.map { content.items[$0] }, at: id)
      }
      mayRaise(.unknown("an exception"))
      return .unknown("a slice")
    default:
      mayRaise(.unknown("an exception"))
      return .unknown(origin(of: container))
    }
  }

  /// What takes the place of a slice.
  enum Replacement {
    case list(ListContent)
    case unknown(String)
  }

  mutating func replaceSlice(of number: Int, _ slice: Node, with replacement: Replacement) {
    let bounds = sliceBounds(slice)
    guard isAlive, case .list(var content) = objects[number].kind else { return }
    var added = ListContent.blurred(nil)
    switch replacement {
    case .list(let list): added = list
    case .unknown(let origin): added = .blurred(.unknown(origin))
    }
    guard content.isExact, let places = places(bounds, content.items.count) else {
      let all = [content.anyMember, added.anyMember].compactMap { $0 }
      objects[number].kind = .list(.blurred(all.isEmpty ? nil : .merge(all)))
      return
    }
    let isPlain = zip(places, places.dropFirst()).allSatisfy { $1 == $0 + 1 } && (bounds[2]?.wholeNumber ?? 1) == 1
    if isPlain {
      let start = places.first ?? self.places([bounds[0], nil, nil], content.items.count)?.first ?? content.items.count
      let tail = Array(content.items[(start + places.count)...])
      var result = ListContent(Array(content.items[..<start]))
      result.append(contentsOf: added)
      for value in tail { result.append(value) }
      objects[number].kind = .list(result)
    } else if case .list(let list) = replacement, list.isExact, list.items.count == places.count {
      for (place, value) in zip(places, list.items) { content.items[place] = value }
      objects[number].kind = .list(content)
    } else if case .list(let list) = replacement, list.isExact, list.items.isEmpty {
      for place in places.sorted(by: >) { content.items.remove(at: place) }
      objects[number].kind = .list(ListContent(content.items))
    } else {
      blur(number, "a list that is computed")
    }
  }

  /// Nothing more is known of a list, a dictionary or an object than what it may hold.
  mutating func blur(_ number: Int, _ origin: String) {
    switch objects[number].kind {
    case .list(let content):
      objects[number].kind = .list(.blurred(.merge((content.anyMember.map { [$0] } ?? []) + [.unknown(origin)])))
    case .dictionary(var content):
      content.doubt(origin)
      for place in content.entries.indices { content.entries[place].isMaybe = true }
      setDictionary(number, content)
    default:
      for (symbol, value) in objects[number].attributes where value.alternatives.allSatisfy(\.isScalar) {
        objects[number].attributes[symbol] = .merge([value, .unknown(origin)])
      }
    }
  }
}
