import PythonSyntax

/// Setting and deleting attributes.
package extension Evaluator {
  /// What Python itself looks at: the class and the dictionary of an instance, the defaults of a function.
  private mutating func storeSpecial(_ value: PythonValue, as name: String, in number: Int) -> Bool {
    switch (name, objects[number].kind) {
    case ("__class__", .instance):
      guard case .object(let type) = value, case .classObject = objects[type].kind else { return false }
      objects[number].kind = .instance(of: value)
    case ("__dict__", .instance):
      // `self.__dict__ = self` makes entries attributes.
      guard mapping(.object(number)) == nil, let inner = mapping(value),
        case .dictionary(let content) = objects[inner].kind
      else { return false }
      let mark = symbol(Self.ownerMark)
      objects[inner].attributes[mark] = .object(number)
      setDictionary(inner, content)
    case ("__defaults__", .function(var function)), ("__kwdefaults__", .function(var function)):
      setDefaults(of: &function, to: value, isNamedOnly: name == "__kwdefaults__")
      objects[number].kind = .function(function)
    default: return false
    }
    return true
  }

  private mutating func setDefaults(of function: inout PythonFunction, to value: PythonValue, isNamedOnly: Bool) {
    let tree = modules[function.module].tree
    guard let node = tree.node(function.node) else { return }
    let list = node.kind == .lambda ? node.first : tree.member(node.second, 0)
    var places: [UInt32] = []
    var named: [UInt32] = []
    var isNamed = false
    for id in tree.list(list) {
      switch tree.node(id).flatMap({ Node.Parameter(rawValue: $0.detail) }) {
      case .star: isNamed = true
      case .ordinary: if isNamed { named.append(id) } else { places.append(id) }
      default: continue
      }
    }
    if isNamedOnly {
      let content = mapping(value).flatMap {
        if case .dictionary(let content) = objects[$0].kind { content } else { nil }
      }
      for id in named {
        let key = PythonValue.text(tree.node(id).map { names.text($0.first) } ?? "")
        function.defaults[id] = content.flatMap { content in
          let values = content.lookUp(key).values
          return values.isEmpty ? nil : .merge(values)
        }
      }
      return
    }
    guard let content = content(of: value.isNone ? .tuple([]) : value), content.isExact else {
      for id in places { function.defaults[id] = .unknown("a default that is computed") }
      return
    }
    for id in places { function.defaults[id] = nil }
    for (id, value) in zip(places.suffix(content.items.count), content.items) { function.defaults[id] = value }
  }

  /// Whether no class of an instance has a place for an attribute (`__slots__`).
  private func lacksSlot(_ symbol: UInt32, among slots: UInt32, of type: PythonValue) -> Bool {
    let classes = ancestry(of: type)
    guard isWhole(classes) else { return false }
    return classes.allSatisfy { owner in
      guard case .object(let number) = owner else { return true }
      var members: [PythonValue] = []
      switch objects[number].attributes[slots] {
      case .text(let name)?: members = [.text(name)]
      case .tuple(let values)?: members = values
      case .object(let list)?:
        guard case .list(let content) = objects[list].kind, content.isExact else { return false }
        members = content.items
      default: return false
      }
      return !members.contains { literal($0).map { $0 == names.text(symbol) || $0 == "__dict__" } ?? true }
    }
  }

  /// What `object.__setattr__` does.
  mutating func storePlainly(_ value: PythonValue, under name: PythonValue, of owner: PythonValue) {
    guard case .object(let number) = owner, let key = literal(name) else { return storeSomewhere(value, in: owner) }
    let symbol = self.symbol(key)
    objects[number].attributes[symbol] = value
  }

  /// `del x.name`.
  mutating func deleteAttribute(_ symbol: UInt32, of owner: PythonValue, at id: UInt32) {
    _ = forEachAlternative(of: owner) { evaluator, owner in
      guard case .object(let number) = owner else { return .none }
      if case .instance(let type) = evaluator.objects[number].kind,
        evaluator.deleteThroughClass(symbol, from: number, of: type, at: id)
      {
        return .none
      }
      if evaluator.objects[number].attributes[symbol] == nil, case .instance(let type) = evaluator.objects[number].kind,
        evaluator.isWhole(evaluator.ancestry(of: type)), !evaluator.objects[number].escaped
      {
        evaluator.fail(.name("AttributeError"))
      }
      evaluator.objects[number].attributes[symbol] = nil
      return .none
    }
  }

  private mutating func deleteThroughClass(_ symbol: UInt32, from number: Int, of type: PythonValue, at id: UInt32)
    -> Bool
  {
    if let hook = names.find("__delattr__"), symbol != hook, classMember(hook, of: type) != nil {
      let arguments = PythonArguments(positional: [.text(names.text(symbol))])
      return callMember("__delattr__", of: number, arguments, at: id) != nil
    }
    guard case .object(let member)? = classMember(symbol, of: type) else { return false }
    switch objects[member].kind {
    case .property(let property) where !property.isCached:
      guard let deleter = property.deleter else {
        fail(.name("AttributeError"))
        return true
      }
      _ = apply(deleter, PythonArguments(positional: [.object(number)]), at: id)
      return true
    case .instance where hasMember("__delete__", member):
      _ = callMember("__delete__", of: member, PythonArguments(positional: [.object(number)]), at: id)
      return true
    default: return false
    }
  }

  mutating func store(_ value: PythonValue, in symbol: UInt32, of owner: PythonValue, at id: UInt32) {
    guard isAlive else { return }
    switch owner {
    case .object(let number):
      if case .module(let index) = objects[number].kind {
        return setVariable(symbol, in: modules[index].scope, to: value)
      }
      if case .instance(let type) = objects[number].kind,
        storeThroughClass(value, as: symbol, in: number, of: type, at: id)
      {
        return
      }
      if names.text(symbol).hasPrefix("__"), storeSpecial(value, as: names.text(symbol), in: number) { return }
      objects[number].attributes[symbol] = value
      if case .classObject = objects[number].kind { adopt(value, by: number) }
      if case .instance = objects[number].kind { framework.stored(&self, value, names.text(symbol), number, id) }
    case .choice(let values):
      let options = values.prefix(8).filter { if case .none = $0 { false } else { true } }
      fork(options.count) { evaluator, index in evaluator.store(value, in: symbol, of: options[index], at: id) }
    case .none, .bool, .integer, .float, .text, .tuple:
      fail(.name("AttributeError"))
    default:
      if case .unknown(let owner) = owner { tellOfAddress(value, storedAs: names.text(symbol), of: owner, at: id) }
      escape(value)
      mayRaise(.unknown("an exception"))
    }
  }

  /// Properties, `__set__` and `__setattr__` of the program's own classes take what is stored.
  private mutating func storeThroughClass(
    _ value: PythonValue, as symbol: UInt32, in number: Int, of type: PythonValue, at id: UInt32
  ) -> Bool {
    guard case .object = type else { return false }
    if let mark = names.find(Self.frozenMark), classMember(mark, of: type) != nil, !fields(of: type).isEmpty {
      fail(.name("AttributeError"), "cannot assign to field '\(names.text(symbol))'")
      return true
    }
    if let hook = names.find("__setattr__"), symbol != hook, classMember(hook, of: type) != nil {
      let arguments = PythonArguments(positional: [.text(names.text(symbol)), value])
      return callMember("__setattr__", of: number, arguments, at: id) != nil
    }
    guard case .object(let member)? = classMember(symbol, of: type) else {
      guard let slots = names.find("__slots__"), lacksSlot(symbol, among: slots, of: type) else { return false }
      fail(.name("AttributeError"))
      return true
    }
    switch objects[member].kind {
    case .property(let property):
      if property.isCached { return false }
      guard let setter = property.setter else {
        fail(.name("AttributeError"))
        return true
      }
      _ = apply(setter, PythonArguments(positional: [.object(number), value]), at: id)
      return true
    case .instance where hasMember("__set__", member):
      _ = callMember("__set__", of: member, PythonArguments(positional: [.object(number), value]), at: id)
      return true
    default: return false
    }
  }
}
