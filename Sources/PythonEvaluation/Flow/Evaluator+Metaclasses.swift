import PythonSyntax

/// Code that runs when a class is defined: metaclasses, `__init_subclass__` and decorators of classes.
package extension Evaluator {
  static let metaclassMark = "__metaclass__"

  /// Follows what defining a class calls.
  mutating func classDefined(_ number: Int, _ keywords: PythonArguments, at id: UInt32) {
    steps -= 24
    guard case .classObject(let definition) = objects[number].kind else { return }
    if names.find("__set_name__") != nil {
      for (symbol, value) in objects[number].attributes {
        guard case .object(let member) = value, case .instance = objects[member].kind, hasMember("__set_name__", member)
        else { continue }
        let arguments = PythonArguments(positional: [.object(number), .text(names.text(symbol))])
        _ = callMember("__set_name__", of: member, arguments, at: id)
      }
    }
    let mark = symbol(Self.metaclassMark)
    if let given = keywords["metaclass"] { objects[number].attributes[mark] = given }
    let parents = ancestry(of: .object(number)).dropFirst()
    if let hook = names.find("__init_subclass__") {
      for case .object(let parent) in parents {
        guard let member = object(objects[parent].attributes[hook] ?? .none), case .function(let function) = member.kind
        else { continue }
        var arguments = keywords
        arguments.named.removeAll { $0.name == "metaclass" }
        arguments.positional = [.object(number)]
        _ = callFunction(function, arguments, at: id)
        break
      }
    }
    guard let metaclass = metaclass(of: number, mark) else { return }
    let outer = definedClass
    definedClass = .object(number)
    defer { definedClass = outer }
    let members = make(
      .dictionary(
        DictionaryContent(
          objects[number].attributes.compactMap { symbol, value in
            let name = names.text(symbol)
            guard name != Self.metaclassMark, !name.hasPrefix("("), let present = value.present.value else {
              return nil
            }
            return .init(key: .text(name), value: present, isMaybe: !value.present.isSure)
          })), at: id)
    for name in ["__new__", "__init__"] {
      guard let symbol = names.find(name) else { continue }
      for case .object(let owner) in ancestry(of: metaclass) {
        guard let member = object(objects[owner].attributes[symbol] ?? .none),
          case .function(let function) = member.kind
        else { continue }
        let first: PythonValue = name == "__new__" ? metaclass : .object(number)
        var arguments = keywords
        arguments.named.removeAll { $0.name == "metaclass" }
        arguments.positional = [first, .text(definition.name), .tuple(definition.bases), members]
        _ = callFunction(function, arguments, at: id)
        break
      }
    }
  }

  /// What `type.__new__(metaclass, name, bases, members)` makes, with the members as they are by now.
  mutating func makeDefinedClass(_ arguments: PythonArguments) -> PythonValue {
    guard let definedClass, case .object(let number) = definedClass else { return .unknown("a class") }
    guard let given = arguments.value(3, "dct"), let inner = mapping(given),
      case .dictionary(let content) = objects[inner].kind
    else {
      if !arguments.positional.isEmpty { blur(number, "the members of a class that are computed") }
      return definedClass
    }
    var kept: Bindings = [:]
    for (symbol, value) in objects[number].attributes {
      let name = names.text(symbol)
      if name == Self.metaclassMark || name.hasPrefix("(") { kept[symbol] = value }
    }
    for entry in content.entries {
      guard let name = literal(entry.key) else { continue }
      kept[symbol(name)] = entry.isMaybe ? .merge([entry.value, .absent]) : entry.value
    }
    objects[number].attributes = kept
    for (_, value) in kept { adopt(value, by: number) }
    if content.rest != nil { blur(number, "the members of a class that are computed") }
    return definedClass
  }

  /// The metaclass of a class, where it is one of its own or from elsewhere.
  func metaclass(of number: Int) -> PythonValue? {
    guard let mark = names.find(Self.metaclassMark) else { return nil }
    for case .object(let owner) in ancestry(of: .object(number)) {
      if let metaclass = objects[owner].attributes[mark]?.present.value {
        return metaclass.isName("type") || metaclass.isName("abc.ABCMeta") ? nil : metaclass
      }
    }
    return nil
  }

  private func metaclass(of number: Int, _ mark: UInt32) -> PythonValue? {
    for case .object(let owner) in ancestry(of: .object(number)) {
      if case .object(let metaclass)? = objects[owner].attributes[mark] { return .object(metaclass) }
    }
    return nil
  }

  /// The `__call__` of a class's metaclass, which makes its instances.
  func metaclassCall(_ number: Int) -> PythonFunction? {
    guard let mark = names.find(Self.metaclassMark), let metaclass = metaclass(of: number, mark),
      let symbol = names.find("__call__"), let member = classMember(symbol, of: metaclass),
      case .function(let function)? = object(member)?.kind
    else { return nil }
    return function
  }

  /// `six.with_metaclass(Meta, Base)`: a class between the two.
  mutating func withMetaclass(_ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    let bases = Array(arguments.positional.dropFirst())
    let value = make(.classObject(PythonClass(name: "with_metaclass", module: module, bases: bases)), at: id)
    if case .object(let number) = value, let metaclass = arguments.positional.first {
      let mark = symbol(Self.metaclassMark)
      objects[number].attributes[mark] = metaclass
    }
    return value
  }

  /// The classes that name a class as their base, in the order of their definition.
  func subclasses(of number: Int) -> [PythonValue] {
    objects.indices.filter {
      guard case .classObject(let type) = objects[$0].kind else { return false }
      return type.bases.contains { $0.isSame(as: .object(number)) }
    }.prefix(256).map { .object($0) }
  }

  /// What a class is bound to after its decorators, nearest first.
  mutating func decorated(_ type: PythonValue, by decorators: [PythonValue], at id: UInt32) -> PythonValue {
    var value = type
    for decorator in decorators.reversed() {
      guard let function = object(decorator), case .function = function.kind else { continue }
      let result = apply(decorator, PythonArguments(positional: [value]), at: id)
      if let made = object(result) {
        switch made.kind {
        case .classObject, .instance, .function: value = result
        default: break
        }
      }
    }
    return value
  }
}
