import ApplicationFacts
import PythonSyntax

package extension Evaluator {
  /// Begins the account of an attribute that a class of the program surely does not have.
  static let missingAttribute = "a missing attribute"

  mutating func attribute(_ symbol: UInt32, of value: PythonValue, at id: UInt32) -> PythonValue {
    switch value {
    case .name(let name):
      if !framework.owns(name), Module.Kind.of(name) == .thirdParty { mayRaise(.name("AttributeError")) }
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
  func named(_ name: String, _ symbol: UInt32) -> PythonValue {
    guard name.utf8.count < 300 else { return .unknown("a long name") }
    let full = framework.canonical("\(name).\(names.text(symbol))")
    return framework.constants[full] ?? .name(full)
  }

  /// The method through which a class gives all attributes of its instances.
  func attributeHook(_ number: Int) -> Bool {
    guard let hook = names.find("__getattribute__"), case .instance(let type) = objects[number].kind else {
      return false
    }
    return classMember(hook, of: type) != nil
  }

  private mutating func attribute(_ symbol: UInt32, ofObject number: Int, at id: UInt32) -> PythonValue {
    if attributeHook(number) {
      let arguments = PythonArguments(positional: [.text(names.text(symbol))])
      return callMember("__getattribute__", of: number, arguments, at: id) ?? .unknown("an attribute")
    }
    return plainAttribute(symbol, ofObject: number, at: id)
  }

  /// Follows something for each class that an instance may be of; nil where it is of one.
  mutating func forEachClass(of number: Int, _ body: (inout Evaluator) -> PythonValue) -> PythonValue? {
    guard case .instance(let type) = objects[number].kind, case .choice = type else { return nil }
    return forEachAlternative(of: type) { evaluator, type in
      evaluator.objects[number].kind = .instance(of: type)
      return body(&evaluator)
    }
  }

  /// What `object.__getattribute__` gives.
  mutating func plainAttribute(_ symbol: UInt32, ofObject number: Int, at id: UInt32) -> PythonValue {
    if let value = forEachClass(of: number, { $0.plainAttribute(symbol, ofObject: number, at: id) }) { return value }
    var found: [PythonValue] = []
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
  ) -> PythonValue? {
    if case .instance = objects[number].kind, let value = framework.attribute(&self, names.text(symbol), number, id) {
      return value
    }
    switch objects[number].kind {
    case .instance where names.text(symbol) == "__dict__": return ownDictionary(of: number, at: id)
    case .instance(let type) where names.text(symbol) == "__class__": return type
    case .instance(.name(Self.namespaceName)): return parsed(names.text(symbol), number)
    case .module(let index):
      if let value = moduleAttribute(names.text(symbol), index, at: id) { return value }
      let value = member(symbol, ofModule: index)
      if lacks(symbol, index) {
        fail(.name("AttributeError"), "module '\(modules[index].name)' has no attribute '\(names.text(symbol))'")
      }
      return value
    case .instance(let type):
      if let kind = pathKind(of: .object(number)) { return filePath(symbol, kind, of: number, at: id) }
      let classes = ancestry(of: type)
      if let value = member(symbol, in: classes[...], of: .object(number), at: id) { return value }
      if let value = computedAttribute(symbol, ofObject: number, classes) { return value }
      if !isNeeded { return nil }
      if !handlers.isEmpty, hasAllMembers(classes), !objects[number].escaped, !names.text(symbol).hasPrefix("__") {
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
      var found: [PythonValue] = []
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
      if let value = metaclassAttribute(symbol, ofClass: number, at: id) { return value }
      if isNeeded, !handlers.isEmpty, hasAllMembers(ancestry(of: .object(number))),
        !names.text(symbol).hasPrefix("__")
      {
        fail(.name("AttributeError"))
      }
      return isNeeded ? .unknown("\(Self.missingAttribute) \(names.text(symbol))") : nil
    case .property(let property) where ["fget", "fset", "fdel"].contains(names.text(symbol)):
      return switch names.text(symbol) {
      case "fget": property.getter
      case "fset": property.setter ?? PythonValue.none
      default: property.deleter ?? PythonValue.none
      }
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

  /// What the metaclass of a class gives its classes; nil where it has none, or gives nothing.
  private mutating func metaclassAttribute(_ symbol: UInt32, ofClass number: Int, at id: UInt32) -> PythonValue? {
    guard let metaclass = metaclass(of: number), !names.text(symbol).hasPrefix("__") else { return nil }
    guard case .object = metaclass else { return .unknown("an attribute \(names.text(symbol)) of a class") }
    let classes = ancestry(of: metaclass)
    if let value = member(symbol, in: classes[...], of: .object(number), at: id) { return value }
    guard let hook = names.find("__getattr__"), classMember(hook, of: metaclass) != nil else { return nil }
    let arguments = PythonArguments(positional: [.text(names.text(symbol))])
    return callMember(hook, of: .object(number), in: classes[...], arguments, at: id)
  }

  /// Whether some classes have no members but those that were read: exceptions and `abc.ABC` bring their own.
  func hasAllMembers(_ classes: [PythonValue]) -> Bool {
    isWhole(classes)
      && classes.allSatisfy {
        if case .name(let name) = $0 { !Self.isException(name) && name != "abc.ABC" } else { true }
      }
  }

  /// Whether all of an instance's classes were read.
  func isWhole(_ classes: [PythonValue]) -> Bool {
    classes.allSatisfy {
      switch $0 {
      case .object: true
      case .name(let name):
        ["object", "abc.ABC", Self.simpleNamespace].contains(name) || Self.isException(name)
      default: false
      }
    }
  }

  /// What the first of some classes binds a name to, as seen through an instance or a class.
  private mutating func member(
    _ symbol: UInt32, in classes: ArraySlice<PythonValue>, of receiver: PythonValue, at id: UInt32
  ) -> PythonValue? {
    var found: [PythonValue] = []
    for case .object(let owner) in classes {
      guard let value = objects[owner].attributes[symbol] else { continue }
      let (present, isSure) = value.present
      if let present { found.append(bound(present, to: receiver, symbol, at: id)) }
      if isSure { break }
    }
    return found.isEmpty ? nil : .merge(found)
  }

  /// A class's member as seen through an instance.
  mutating func bound(_ value: PythonValue, to receiver: PythonValue, _ symbol: UInt32, at id: UInt32) -> PythonValue {
    if case .choice = value {
      return forEachAlternative(of: value) { $0.bound($1, to: receiver, symbol, at: id) }
    }
    guard case .object(let number) = value else { return value }
    switch objects[number].kind {
    case .property(let property):
      let value = apply(property.getter, PythonArguments(positional: [receiver]), at: id)
      if property.isCached, isAlive, case .object(let owner) = receiver { objects[owner].attributes[symbol] = value }
      return value
    case .function(let function):
      if function.binding == .staticMethod { return value }
      return make(.method(receiver: receiver, function: value, name: symbol), at: id)
    case .instance where hasMember("__get__", number):
      let type: PythonValue =
        if let object = object(receiver), case .instance(let type) = object.kind { type } else { .none }
      return callMember("__get__", of: number, PythonArguments(positional: [receiver, type]), at: id) ?? value
    default: return value
    }
  }
}
