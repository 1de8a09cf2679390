import ApplicationFacts
import Diagnostics
import PythonSyntax

package extension Evaluator {
  mutating func callMethod(
    _ symbol: UInt32, of receiver: PythonValue, _ arguments: PythonArguments, at id: UInt32
  ) -> PythonValue {
    let name = names.text(symbol)
    switch receiver {
    case .name(let owner): return callNamedMethod(owner, symbol, with: arguments, at: id)
    case .choice(let values):
      return applyEach(values, at: id) { $0.callMethod(symbol, of: $1, arguments, at: id) }
    case .none:
      fail(.name("AttributeError"), "'NoneType' object has no attribute '\(name)'")
      return .unknown("a value that is never computed")
    case .text(let text): return textMethod(name, of: text, with: arguments, at: id)
    case .tuple(let values) where name == "index" || name == "count":
      if case .object(let list) = makeList(values, at: id) {
        return listMethod(name, of: list, with: arguments, at: id)
      }
      return .unknown("a place in a tuple")
    case .object(let number): return callMethod(symbol, ofObject: number, arguments, at: id)
    case .unknown(let unknown):
      return callMethodOfUnknown(name, unknown, with: arguments, at: id)
    default: break
    }
    arguments.all.forEach { escape($0) }
    mayRaise(.unknown("an exception"))
    return .unknown("a call of \(callName(id))")
  }

  private mutating func callMethod(
    _ symbol: UInt32, ofObject number: Int, _ arguments: PythonArguments, at id: UInt32
  ) -> PythonValue {
    if let value = forEachClass(of: number, { $0.callMethod(symbol, ofObject: number, arguments, at: id) }) {
      return value
    }
    if attributeHook(number) {
      let value = attribute(symbol, of: .object(number), at: id)
      return isAlive ? apply(value, arguments, at: id) : value
    }
    if let value = objects[number].attributes[symbol] {
      let (present, isSure) = value.present
      if isSure { return apply(classBound(value, number), arguments, at: id) }
      if let present {
        var results: [PythonValue] = []
        fork(2) { evaluator, way in
          let result =
            way == 0
            ? evaluator.apply(evaluator.classBound(present, number), arguments, at: id)
            : evaluator.callClassMethod(symbol, ofObject: number, arguments, at: id)
          if evaluator.isAlive { results.append(result) }
        }
        return results.isEmpty ? .unknown("a value that is never computed") : .merge(results)
      }
    }
    return callClassMethod(symbol, ofObject: number, arguments, at: id)
  }

  /// A method that the thing does not have itself.
  private mutating func callClassMethod(
    _ symbol: UInt32, ofObject number: Int, _ arguments: PythonArguments, at id: UInt32
  ) -> PythonValue {
    let name = names.text(symbol)
    switch objects[number].kind {
    case .list: return listMethod(name, of: number, with: arguments, at: id)
    case .dictionary: return dictionaryMethod(name, of: number, with: arguments, at: id)
    case .module:
      let function = attribute(symbol, of: .object(number), at: id)
      return apply(function, arguments, at: id)
    case .classObject:
      if name == "__subclasses__" { return makeList(subclasses(of: number), at: id) }
      if name == "_make", !fields(of: .object(number)).isEmpty, let first = arguments.positional.first {
        let content = content(of: first, at: id)
        guard isAlive, let content, content.isExact else { return .unknown("a call of \(callName(id))") }
        return instantiate(number, PythonArguments(positional: content.items), at: id)
      }
      if name == "mro" { return makeList(ancestry(of: .object(number)), at: id) }
      let member = attribute(symbol, of: .object(number), at: id)
      return apply(classBound(member, number), arguments, at: id)
    case .parentView(let receiver, let owner): return callParent(symbol, of: receiver, after: owner, arguments, at: id)
    case .property(var property) where ["setter", "getter", "deleter"].contains(name):
      guard let function = arguments.positional.first else { break }
      switch name {
      case "getter": property.getter = function
      case "setter": property.setter = function
      default: property.deleter = function
      }
      return make(.property(property), at: id)
    case .property where ["fget", "fset", "fdel"].contains(name):
      let function = attribute(symbol, of: .object(number), at: id)
      return apply(function, arguments, at: id)
    case .generator:
      // A context manager that a generator is: ExitStack enters and leaves it by hand.
      if name == "__enter__" { return takeNext(.object(number), nil, at: id) }
      if name == "__exit__", arguments.positional.first?.isNone == true {
        _ = takeNext(.object(number), PythonValue.none, at: id)
        return .bool(false)
      }
      if name == "__next__" || name == "next" || name == "send" { return takeNext(.object(number), nil, at: id) }
      if name == "close" || name == "throw" { interrupt(number) }
      return .unknown("a call of \(callName(id))")
    case .function, .method:
      if name == "__call__" { return apply(.object(number), arguments, at: id) }
    case .instance:
      if name == "__setattr__", arguments.positional.count == 2 {
        storePlainly(arguments.positional[1], under: arguments.positional[0], of: .object(number))
        return .none
      }
      if let value = callMember(name, of: number, arguments, at: id) { return value }
      if let value = mappingMethod(name, of: number, arguments, at: id) { return value }
      if let value = recordMethod(name, of: number, arguments, at: id) { return value }
      if let value = framework.callMethod(&self, name, .object(number), arguments, id) { return value }
      if lacks(name, number) {
        fail(.name("AttributeError"), missing(name, number))
        guard isAlive else { return .unknown("a value that is never computed") }
      }
      if let value = callInstanceMethod(name, of: number, with: arguments, at: id) { return value }
      if classNames(of: .object(number)).contains(where: { Module.Kind.of($0) == .thirdParty && !isDescribed($0) }) {
        tellOfAddress(arguments, givenToObject: number, at: id)
      }
    default: break
    }
    arguments.all.forEach { escape($0) }
    mayRaise(.unknown("an exception"))
    return .unknown("a call of \(callName(id))")
  }

  /// A generator is ended from outside; what its handlers do then is not followed.
  private mutating func interrupt(_ number: Int) {
    objects[number].escaped = true
    guard case .generator(let generator) = objects[number].kind, case .function(let function, _) = generator.source,
      !modules[function.module].isStub
    else { return }
    let handles = bodyContains(module: function.module, node: function.node) { _, node in
      node.kind == .try || node.kind == .with
    }
    if handles, isAlive { findings.isIncomplete = true }
  }

  /// Whether an instance surely has no method of a name.
  private func lacks(_ name: String, _ number: Int) -> Bool {
    guard case .instance(let type) = objects[number].kind, !objects[number].escaped, !name.hasPrefix("__") else {
      return false
    }
    let classes = ancestry(of: type)
    if hasAllMembers(classes) { return !hasMember("__getattr__", number) }
    // Of the framework's own classes a name is known to be wrong when it is nearly one that they have.
    guard case .name(let type)? = classes.first, let methods = framework.methods(type) else { return false }
    return !methods.contains(name) && Spelling.meant(by: name, among: methods) != nil
  }

  private func missing(_ name: String, _ number: Int) -> String? {
    guard case .instance(let type) = objects[number].kind else { return nil }
    let methods = if case .name(let known) = type { framework.methods(known) ?? [] } else { [String]() }
    let hint = Spelling.meant(by: name, among: methods).map { "; did you mean \($0)?" } ?? ""
    let owner =
      switch type {
      case .name(let full): String(full.split(separator: ".").last ?? "")
      case .object(let number):
        if case .classObject(let definition) = objects[number].kind { definition.name } else { "object" }
      default: "object"
      }
    return "'\(owner)' object has no attribute '\(name)'\(hint)"
  }

  /// A class method taken from the class itself carries the class.
  private mutating func classBound(_ member: PythonValue, _ number: Int) -> PythonValue {
    guard case .classObject = objects[number].kind, let inner = object(member),
      case .function(let function) = inner.kind, function.binding == .classMethod
    else { return member }
    return make(.method(receiver: .object(number), function: member, name: 0), at: Node.none)
  }

  /// A method of something that lives elsewhere: a function by its full name, or the constructor of a base class called
  /// with an instance, `TCPServer.__init__(self, 80, f)`.
  private mutating func callNamedMethod(
    _ owner: String, _ symbol: UInt32, with arguments: PythonArguments, at id: UInt32
  ) -> PythonValue {
    let name = names.text(symbol)
    if case .object(let number)? = arguments.positional.first, case .instance = objects[number].kind,
      Self.isClass(owner) || Self.dictionaryNames.contains(owner)
    {
      var rest = arguments
      rest.positional.removeFirst()
      return callInherited(name, on: number, of: [.name(owner)], with: rest, at: id)
    }
    if owner == "type", name == "__new__", definedClass != nil { return makeDefinedClass(arguments) }
    if owner == "object" || owner == "type" {
      if name == "__new__", case .object(let type)? = arguments.positional.first, case .classObject = objects[type].kind
      {
        return make(.instance(of: .object(type)), at: id)
      }
      if name == "__setattr__", arguments.positional.count == 3 {
        storePlainly(arguments.positional[2], under: arguments.positional[1], of: arguments.positional[0])
        return PythonValue.none
      }
      if case .object(let number)? = arguments.positional.first, arguments.positional.count == 2,
        let key = literal(arguments.positional[1])
      {
        let symbol = self.symbol(key)
        if name == "__getattribute__" { return plainAttribute(symbol, ofObject: number, at: id) }
        if name == "__delattr__" {
          objects[number].attributes[symbol] = nil
          return PythonValue.none
        }
      }
    }
    if owner == "dict", name == "fromkeys", let first = arguments.positional.first,
      let keys = content(of: first, inOrder: false)
    {
      var content = DictionaryContent()
      content.isShuffled = isSet(first)
      for (place, key) in keys.items.enumerated() {
        let value = arguments.value(1, "value") ?? PythonValue.none
        if place < keys.minimum { content.store(value, key) } else { content.storePerhaps(value, key) }
      }
      if keys.rest != nil { content.rest = arguments.value(1, "value") ?? PythonValue.none }
      return make(.dictionary(content), at: id)
    }
    if owner == "str" || owner == "bytes", case .text(let text)? = arguments.positional.first {
      return textMethod(
        name, of: text, with: PythonArguments(positional: Array(arguments.positional.dropFirst())), at: id)
    }
    if let value = callEnvironment(owner, name, with: arguments, at: id) { return value }
    guard case .name(let full) = named(owner, symbol) else { return .unknown("a call of \(callName(id))") }
    if let value = framework.callMethod(&self, name, .name(owner), arguments, id) { return value }
    return callNamed(full, arguments, at: id)
  }

  private mutating func callMethodOfUnknown(
    _ name: String, _ unknown: UnknownValue, with arguments: PythonArguments, at id: UInt32
  ) -> PythonValue {
    if let value = framework.callMethod(&self, name, .unknown(unknown), arguments, id) { return value }
    mayRaise(.unknown("an exception"))
    if unknown.origin.hasPrefix("config:") {
      if let value = readConfiguration(unknown.origin, name, with: arguments) { return value }
    }
    if ["strip", "rstrip", "lstrip", "lower", "upper", "encode", "decode"].contains(name) { return .unknown(unknown) }
    if let pieces = pieces(of: unknown, by: name, arguments, at: id) { return pieces }
    if Self.isContents(unknown.origin), ["read", "readline", "readlines", "splitlines"].contains(name) {
      return .unknown(unknown)
    }
    if unknown.origin.hasPrefix("a call of ") || unknown.origin.hasPrefix("import:") {
      tellOfAddress(arguments, givenTo: unknown.origin, at: id)
    }
    handOver(arguments, at: id)
    overwriteGiven(arguments, "a call of \(callName(id))")
    return readSettings(callName(id), arguments) ?? .unknown("a call of \(callName(id))")
  }
  /// What an unknown text is split into, as its default would be; nil for other methods, and where it has none.
  private mutating func pieces(
    of unknown: UnknownValue, by name: String, _ arguments: PythonArguments, at id: UInt32
  ) -> PythonValue? {
    guard ["split", "rsplit", "splitlines"].contains(name), case .text(let text)? = unknown.fallback,
      !MarkedText.hasHole(text), case .object(let number) = textMethod(name, of: text, with: arguments, at: id),
      case .list(let content) = objects[number].kind, content.isExact, content.items.count <= 8
    else { return nil }
    let items = content.items.map { PythonValue.unknown(unknown.origin, fallback: $0) }
    let minimum = arguments.positional.isEmpty ? 0 : min(1, items.count)
    return makeList(ListContent(items: items, minimum: minimum, rest: items.last ?? .unknown(unknown.origin)), at: id)
  }
}
