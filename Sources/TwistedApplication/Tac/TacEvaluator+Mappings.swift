import PythonSyntax

/// Instances that work as dictionaries, and attributes that classes compute.
extension TacEvaluator {
  static let dictionaryNames: Set = [
    "dict", "collections.OrderedDict", "collections.defaultdict", "collections.UserDict", "UserDict.UserDict",
    "UserDict.IterableUserDict",
  ]

  /// The attribute that holds what an instance of a subclass of `dict` has as a dictionary.
  static let entriesMark = "(entries)"

  /// The dictionary that a value is or works as.
  func mapping(_ value: TacValue) -> Int? {
    guard case .object(let number) = value, objects.indices.contains(number) else { return nil }
    switch objects[number].kind {
    case .dictionary: return number
    case .instance(.object):
      guard let mark = names.find(Self.entriesMark), case .object(let inner)? = objects[number].attributes[mark] else {
        return nil
      }
      return inner
    default: return nil
    }
  }

  /// Gives an instance of a subclass of `dict` its dictionary.
  mutating func prepareMapping(_ number: Int, at id: UInt32) {
    guard case .instance(let type) = objects[number].kind else { return }
    let isMapping = ancestry(of: type).contains {
      if case .name(let name) = $0 { Self.dictionaryNames.contains(name) } else { false }
    }
    guard isMapping else { return }
    let mark = symbol(Self.entriesMark)
    let entries = make(.dictionary([]), at: id)
    objects[number].attributes[mark] = entries
  }

  /// A method that `dict` itself gives the instance of a subclass.
  mutating func mappingMethod(
    _ name: String, of number: Int, _ arguments: TacArguments, at id: UInt32
  ) -> TacValue? {
    guard let inner = mapping(.object(number)) else { return nil }
    switch name {
    case "__init__", "update": return dictionaryMethod("update", inner, arguments, at: id)
    case "__getitem__":
      return arguments.positional.first.map { entry(of: .object(inner), $0) ?? .unknown("an entry of a dictionary") }
    case "__setitem__":
      guard arguments.positional.count == 2 else { return nil }
      storeEntry(arguments.positional[1], arguments.positional[0], in: inner)
      return TacValue.none
    case "get", "setdefault", "pop", "keys", "iterkeys", "values", "itervalues", "items", "iteritems", "copy":
      return dictionaryMethod(name, inner, arguments, at: id)
    default: return nil
    }
  }

  /// Sets an entry; after one under a computed key, no other is sure.
  mutating func storeEntry(_ value: TacValue, _ key: TacValue, in number: Int) {
    guard case .dictionary(var entries) = objects[number].kind else { return }
    let isComputed = literal(key) == nil
    var isPartial = objects[number].isPartial || isComputed
    if let place = entries.firstIndex(where: { $0.key.isSame(as: key) }) {
      entries[place].value = value
    } else if isComputed {
      entries = entries.map { ($0.key, Self.doubtful($0.value)) }
    } else if entries.count < Self.displayLimit {
      entries.append((key, value))
    } else {
      isPartial = true
    }
    setContent(of: number, .dictionary(entries), isPartial: isPartial)
  }

  static func doubtful(_ value: TacValue) -> TacValue { .merge([value, .unknown("an entry of a dictionary")]) }

  // MARK: Computed attributes

  /// An attribute that neither the instance nor its classes have: `__getattr__`, `self.__dict__ = self`.
  mutating func computedAttribute(_ symbol: UInt32, ofObject number: Int, _ classes: [TacValue]) -> TacValue? {
    let key = TacValue.text(names.text(symbol))
    if let own = names.find("__dict__"), case .object(let other)? = objects[number].attributes[own],
      let inner = mapping(.object(other)), let found = entry(of: .object(inner), key)
    {
      return found
    }
    guard let hook = names.find("__getattr__"), symbol != hook else { return nil }
    for case .object(let owner) in classes {
      switch objects[owner].attributes[hook] {
      case .name(let name)? where name.hasPrefix("dict."):
        guard let inner = mapping(.object(number)) else { return nil }
        return entry(of: .object(inner), key)
      case .object?:
        let arguments = TacArguments(positional: [key])
        return callMember("__getattr__", of: number, arguments, at: Node.none)
      default: continue
      }
    }
    return nil
  }

  /// `x.__dict__` and `vars(x)`.
  mutating func ownDictionary(of number: Int, at id: UInt32) -> TacValue {
    let symbol = symbol("__dict__")
    if let value = objects[number].attributes[symbol] { return value }
    let entries = objects[number].attributes.filter { names.text($0.key).first?.isLetter ?? false }
      .map { (key: TacValue.text(names.text($0.key)), value: $0.value) }
    let value = make(.dictionary(entries), at: id)
    setAttribute(symbol, of: number, to: value)
    return value
  }
}
