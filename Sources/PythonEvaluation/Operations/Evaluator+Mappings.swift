import PythonSyntax

/// Instances that work as dictionaries, and attributes that classes compute.
package extension Evaluator {
  static let dictionaryNames: Set = [
    "dict", "collections.OrderedDict", "collections.defaultdict", "collections.UserDict", "UserDict.UserDict",
    "UserDict.IterableUserDict",
  ]

  /// The attribute that holds what an instance of a subclass of `dict` has as a dictionary.
  static let entriesMark = "(entries)"

  /// The dictionary that a value is or works as.
  func mapping(_ value: PythonValue) -> Int? {
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
    let entries = make(.dictionary(DictionaryContent()), at: id)
    objects[number].attributes[mark] = entries
  }

  /// A method that `dict` itself gives the instance of a subclass.
  mutating func mappingMethod(
    _ name: String, of number: Int, _ arguments: PythonArguments, at id: UInt32
  ) -> PythonValue? {
    guard let inner = mapping(.object(number)) else {
      // What works as a dictionary of options is read as one.
      guard ["keys", "values", "items", "copy"].contains(name), let options = framework.options(&self, .object(number)),
        case .object(let copy) = make(
          .dictionary(DictionaryContent(pairs: options.map { (.text($0.name), $0.value) })), at: id)
      else { return nil }
      return dictionaryMethod(name, of: copy, with: arguments, at: id)
    }
    switch name {
    case "__init__", "update": return dictionaryMethod("update", of: inner, with: arguments, at: id)
    case "__getitem__":
      return arguments.positional.first.map { entry(of: .object(inner), $0) ?? .unknown("an entry of a dictionary") }
    case "__setitem__":
      guard arguments.positional.count == 2 else { return nil }
      storeEntry(arguments.positional[1], arguments.positional[0], in: inner)
      return PythonValue.none
    case "get", "setdefault", "pop", "keys", "iterkeys", "values", "itervalues", "items", "iteritems", "copy":
      return dictionaryMethod(name, of: inner, with: arguments, at: id)
    default: return nil
    }
  }

  mutating func storeEntry(_ value: PythonValue, _ key: PythonValue, in number: Int) {
    refresh(number)
    guard case .dictionary(var content) = objects[number].kind else { return }
    failUnhashable(key)
    guard isAlive else { return }
    charge(content.cost(of: key), 4)
    content.store(value, keyed(key))
    setDictionary(number, content)
  }

  /// What marks the dictionary of an object's attributes or of a scope's variables.
  static let ownerMark = "(owner)"
  private static let scopeMark = "(scope)"

  /// Changes a dictionary, and what it is a view of.
  mutating func setDictionary(_ number: Int, _ content: DictionaryContent) {
    charge(content.entries.count)
    objects[number].kind = .dictionary(content)
    refreshViews(of: number, content)
    if let mark = names.find(Self.ownerMark), case .object(let owner)? = objects[number].attributes[mark] {
      setVariables(content, of: objects[owner].attributes) { $0.objects[owner].attributes = $1 }
    }
    if let mark = names.find(Self.scopeMark), case .integer(let home)? = objects[number].attributes[mark] {
      setVariables(content, of: scopes[home].variables) { $0.scopes[home].variables = $1 }
    }
  }

  /// Whether a dictionary is a view of the variables of a scope.
  func isView(_ number: Int) -> Bool {
    names.find(Self.scopeMark).map { objects[number].attributes[$0] != nil } ?? false
  }

  private mutating func setVariables(
    _ content: DictionaryContent, of before: Bindings,
    _ write: (inout Evaluator, Bindings) -> Void
  ) {
    var after: Bindings = [:]
    for (symbol, value) in before {
      let name = names.text(symbol)
      if !(name.first?.isLetter ?? false), !name.hasPrefix("_") { after[symbol] = value }
    }
    charge(content.entries.count, 4)
    for entry in content.entries {
      guard case .text(let name) = entry.key, !MarkedText.hasHole(name) else { continue }
      after[symbol(name)] = entry.isMaybe ? .merge([entry.value, .absent]) : entry.value
    }
    if let rest = content.rest {
      // A name that was not known may have been any.
      for (symbol, value) in after where value.alternatives.allSatisfy(\.isScalar) {
        after[symbol] = .merge([value, rest])
      }
    }
    write(&self, after)
  }

  /// In an order that is not the program's.
  private mutating func view(of variables: Bindings) -> DictionaryContent {
    var content = DictionaryContent()
    content.isShuffled = true
    for (symbol, value) in variables {
      let name = names.text(symbol)
      guard name.first?.isLetter ?? false || name.hasPrefix("_"), let present = value.present.value else { continue }
      content.append(.init(key: .text(name), value: present, isMaybe: !value.present.isSure))
    }
    charge(content.entries.count, 4)
    return content
  }

  /// Brings the dictionary of an object's attributes, or of a scope's variables, to what these are by now.
  mutating func refresh(_ number: Int) {
    guard !objects[number].attributes.isEmpty, case .dictionary(let before) = objects[number].kind else { return }
    var content: DictionaryContent
    if let mark = names.find(Self.ownerMark), case .object(let owner)? = objects[number].attributes[mark] {
      content = view(of: objects[owner].attributes)
    } else if let mark = names.find(Self.scopeMark), case .integer(let home)? = objects[number].attributes[mark] {
      content = view(of: scopes[home].variables)
    } else {
      return
    }
    content.rest = before.rest
    for entry in before.entries {
      if case .text = entry.key { continue }
      content.append(entry)
    }
    objects[number].kind = .dictionary(content)
    refreshViews(of: number, content)
  }

  /// `globals()`.
  mutating func globals(at id: UInt32) -> PythonValue {
    let value = make(.dictionary(view(of: scopes[modules[module].scope].variables)), at: id)
    let mark = symbol(Self.scopeMark)
    if case .object(let number) = value { objects[number].attributes[mark] = .integer(modules[module].scope) }
    return value
  }

  /// What a module binds by now.
  mutating func variables(ofModule index: Int, at id: UInt32) -> PythonValue {
    make(.dictionary(view(of: scopes[modules[index].scope].variables)), at: id)
  }

  /// `locals()`, which in a function is a copy.
  mutating func locals(at id: UInt32) -> PythonValue {
    let value = make(.dictionary(view(of: scopes[scope].variables)), at: id)
    let mark = symbol(Self.scopeMark)
    let isOwn = scopes[scope].isClass || scope == modules[module].scope
    if isOwn, case .object(let number) = value { objects[number].attributes[mark] = .integer(scope) }
    return value
  }

  // MARK: Computed attributes

  /// An attribute that neither the instance nor its classes have: `__getattr__`, `self.__dict__ = self`.
  mutating func computedAttribute(_ symbol: UInt32, ofObject number: Int, _ classes: [PythonValue]) -> PythonValue? {
    let key = PythonValue.text(names.text(symbol))
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
        let arguments = PythonArguments(positional: [key])
        return callMember("__getattr__", of: number, arguments, at: Node.none)
      default: continue
      }
    }
    return nil
  }

  /// `x.__dict__` and `vars(x)`.
  mutating func ownDictionary(of number: Int, at id: UInt32) -> PythonValue {
    let symbol = symbol("__dict__")
    if let value = objects[number].attributes[symbol] { return value }
    let value = make(.dictionary(view(of: objects[number].attributes)), at: id)
    let mark = self.symbol(Self.ownerMark)
    if case .object(let view) = value { objects[view].attributes[mark] = .object(number) }
    return value
  }
}
