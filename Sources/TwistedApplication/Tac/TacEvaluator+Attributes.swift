import PythonSyntax

extension TacEvaluator {
  /// Begins the account of an attribute that a class of the program surely does not have.
  static let missingAttribute = "a missing attribute"

  mutating func attribute(_ symbol: UInt32, of value: TacValue, at id: UInt32) -> TacValue {
    switch value {
    case .name(let name): return named(name, symbol)
    case .unknown(let unknown): return .unknown(extended(unknown.origin, names.text(symbol)))
    case .choice(let values):
      let found = values.compactMap { value -> TacValue? in
        if case .none = value { return nil }
        return attribute(symbol, of: value, at: id)
      }
      return found.isEmpty ? .unknown("an attribute of nothing") : .merge(found)
    case .object(let number): return attribute(symbol, ofObject: number, at: id)
    default: return .unknown("an attribute \(names.text(symbol))")
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
    if let value = objects[number].attributes[symbol] { return value }
    switch objects[number].kind {
    case .instance where names.text(symbol) == "__dict__": return ownDictionary(of: number, at: id)
    case .instance(.name(Self.namespaceName)): return parsed(names.text(symbol), number)
    case .module(let index): return member(symbol, ofModule: index)
    case .instance(let type):
      if case .name("twisted.python.filepath.FilePath") = type { return filePath(symbol, of: number) }
      let classes = ancestry(of: type)
      for case .object(let owner) in classes {
        guard let value = objects[owner].attributes[symbol] else { continue }
        return bound(value, to: number, symbol, at: id)
      }
      if let value = computedAttribute(symbol, ofObject: number, classes) { return value }
      return make(.method(receiver: .object(number), function: nil, name: symbol), at: id)
    case .classObject:
      for ancestor in ancestry(of: .object(number)).dropFirst() {
        switch ancestor {
        case .object(let owner): if let value = objects[owner].attributes[symbol] { return value }
        case .name(let name) where name.contains("."): return named(name, symbol)
        default: break
        }
      }
      return .unknown("\(Self.missingAttribute) \(names.text(symbol))")
    default:
      return make(.method(receiver: .object(number), function: nil, name: symbol), at: id)
    }
  }

  /// A class's member as seen through an instance.
  mutating func bound(_ value: TacValue, to number: Int, _ symbol: UInt32, at id: UInt32) -> TacValue {
    guard let member = object(value), case .function(let function) = member.kind else { return value }
    switch function.binding {
    case .staticMethod: return value
    case .property: return callFunction(function, TacArguments(positional: [.object(number)]), at: id)
    case .ordinary, .classMethod:
      return make(.method(receiver: .object(number), function: value, name: symbol), at: id)
    }
  }

  mutating func store(_ value: TacValue, in symbol: UInt32, of owner: TacValue, at id: UInt32) {
    switch owner {
    case .object(let number):
      if case .instance(.name("twisted.application.service.IProcess")) = objects[number].kind {
        storeProcess(value, names.text(symbol), objects[number], at: id)
      }
      if case .module(let index) = objects[number].kind {
        return setVariable(symbol, in: modules[index].scope, to: value)
      }
      setAttribute(symbol, of: number, to: value)
      // `self.services = [...]` is what MultiService.addService fills.
      if names.text(symbol) == "services", case .instance = objects[number].kind, let (members, _) = elements(of: value)
      {
        for member in members.prefix(64) {
          _ = callServiceMethod("setServiceParent", of: member, TacArguments(positional: [owner]), at: id)
        }
      }
    case .choice(let values):
      doubt += 1
      for part in values.prefix(8) { store(value, in: symbol, of: part, at: id) }
      doubt -= 1
    default:
      escape(value)
    }
  }

  // MARK: Elements

  mutating func element(_ container: TacValue, _ index: UInt32, at id: UInt32) -> TacValue {
    if let slice = tree.node(index), slice.kind == .slice { return sliced(container, slice) }
    let key = evaluate(index)
    return element(of: container, key)
  }

  mutating func element(of container: TacValue, _ key: TacValue) -> TacValue {
    switch container {
    case .name("os.environ"): return environment(key, fallback: nil)
    case .name("sys.argv"): return .unknown("the command line")
    case .name(let name):
      return .unknown("import:\(name)" + (literal(key).map { ".\($0)" } ?? ""))
    case .unknown(let unknown):
      return .unknown(literal(key).map { extended(unknown.origin, $0) } ?? unknown.origin)
    case .choice(let values): return .merge(values.map { element(of: $0, key) })
    case .tuple(let values):
      if case .integer(let place) = key { return member(values, place) }
    case .text(let text):
      if case .integer(let place) = key, !TacText.hasHole(text) { return member(text.map { .text(String($0)) }, place) }
    case .object(let number):
      if case .list(let values) = objects[number].kind {
        guard case .integer(let place) = key, !objects[number].isPartial else { return .unknown("a member of a list") }
        return member(values, place)
      }
      return entry(of: container, key) ?? .unknown("an entry of a dictionary")
    default: break
    }
    return .unknown("an element")
  }

  private func member(_ values: [TacValue], _ place: Int) -> TacValue {
    let index = place < 0 && place > Int.min / 2 ? place + values.count : place
    return values.indices.contains(index) ? values[index] : .unknown("an index out of range")
  }

  /// A key as it reads in a path.
  func literal(_ key: TacValue) -> String? {
    switch key {
    case .text(let text) where !TacText.hasHole(text): text
    case .integer(let number): String(number)
    default: nil
    }
  }

  /// The entry of a dictionary, or of options, under a key.
  mutating func entry(of container: TacValue, _ key: TacValue) -> TacValue? {
    guard case .object(let number) = container else {
      return container.isScalar ? nil : element(of: container, key)
    }
    switch objects[number].kind {
    case .dictionary(let entries):
      if case .unknown = key { return .unknown("an entry under a computed key") }
      if let entry = entries.last(where: { $0.key.isSame(as: key) }) { return entry.value }
      return objects[number].isPartial ? .unknown("an entry of a dictionary") : nil
    case .instance:
      if let value = callMember("__getitem__", of: number, TacArguments(positional: [key]), at: Node.none) {
        return value
      }
      if let inner = mapping(container) { return entry(of: .object(inner), key) }
      if case .integer(let place) = key, let values = members(ofRecord: number) { return member(values, place) }
      return configured(number, key)
    default: return nil
    }
  }

  mutating func storeElement(_ value: TacValue, _ container: TacValue, _ index: UInt32, at id: UInt32) {
    let key = evaluate(index)
    guard case .object(let number) = container else { return escape(value) }
    switch objects[number].kind {
    case .dictionary: storeEntry(value, key, in: number)
    case .list(var values):
      if case .integer(let place) = key, values.indices.contains(place) {
        values[place] = value
        setContent(of: number, .list(values), isPartial: objects[number].isPartial)
      } else {
        setContent(of: number, .list(values), isPartial: true)
      }
    case .instance:
      let arguments = TacArguments(positional: [key, value])
      if callMember("__setitem__", of: number, arguments, at: id) != nil { return }
      if let inner = mapping(container) { return storeEntry(value, key, in: inner) }
      if let name = literal(key) { setAttribute(symbol("[\(name)]"), of: number, to: value) }
    default: break
    }
  }

  private mutating func sliced(_ container: TacValue, _ slice: Node) -> TacValue {
    let bounds = (0..<3).map { place -> TacValue? in
      let bound = tree.member(slice.second, place)
      return bound == Node.none ? nil : evaluate(bound)
    }
    func range(_ count: Int) -> Range<Int>? {
      guard bounds[2] == nil else { return nil }
      var ends = [0, count]
      for place in 0..<2 {
        guard let bound = bounds[place] else { continue }
        guard case .integer(let value) = bound, value.magnitude < 1 << 40 else { return nil }
        ends[place] = min(max(value < 0 ? value + count : value, 0), count)
      }
      return ends[0]..<max(ends[0], ends[1])
    }
    switch container {
    case .text(let text) where !TacText.hasHole(text):
      let characters = Array(text)
      return range(characters.count).map { .text(String(characters[$0])) } ?? .unknown("a part of a text")
    case .tuple(let values): return range(values.count).map { .tuple(Array(values[$0])) } ?? .unknown("a slice")
    case .object(let number):
      guard case .list(let values) = objects[number].kind, !objects[number].isPartial, let range = range(values.count)
      else { return .unknown("a slice") }
      return .tuple(Array(values[range]))
    default: return .unknown(origin(of: container))
    }
  }
}
