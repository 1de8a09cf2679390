/// Types: asked for, and made.
package extension Evaluator {
  /// `type(name, bases, members)`.
  mutating func makeType(_ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    let bases = content(of: arguments.positional[1])?.items ?? []
    let value = make(
      .classObject(PythonClass(name: literal(arguments.positional[0]) ?? "type", module: module, bases: bases)), at: id)
    guard case .object(let number) = value else { return value }
    if let inner = mapping(arguments.positional[2]), case .dictionary(let content) = objects[inner].kind {
      for entry in content.entries {
        guard let name = literal(entry.key) else { continue }
        let symbol = symbol(name)
        objects[number].attributes[symbol] = entry.isMaybe ? .merge([entry.value, .absent]) : entry.value
        adopt(entry.value, by: number)
      }
    }
    return value
  }

  /// `isinstance(value, type)`; nil when that is not known.
  mutating func isKind(_ value: PythonValue, _ type: PythonValue, isClass: Bool) -> Bool? {
    if case .tuple(let types) = type {
      var outcomes: [Bool?] = []
      for type in types { outcomes.append(isKind(value, type, isClass: isClass)) }
      return outcomes.contains(true) ? true : outcomes.contains(nil) ? nil : false
    }
    if value.alternatives.count > 1 {
      var outcomes: [Bool?] = []
      for option in value.alternatives { outcomes.append(isKind(option, type, isClass: isClass)) }
      return outcomes.dropFirst().allSatisfy { $0 == outcomes[0] } ? outcomes[0] : nil
    }
    if case .name(let name) = type {
      if name == "object" { return true }
      switch value {
      case .bool: return name == "bool" || name == "int"
      case .integer: return Self.plainTypes.contains(name) ? name == "int" || name == "long" : nil
      case .float: return Self.plainTypes.contains(name) ? name == "float" : nil
      case .text:
        // Bytes and text are one here.
        if ["str", "bytes", "unicode", "basestring"].contains(name) { return name == "basestring" ? true : nil }
        return Self.plainTypes.contains(name) ? false : nil
      case .tuple: return Self.plainTypes.contains(name) ? name == "tuple" : nil
      case .none: return Self.plainTypes.contains(name) ? false : nil
      default: break
      }
    }
    if isClass, case .name(let name) = value, Self.isException(name) { return isInstance(value, of: type) }
    guard let object = object(value) else {
      // A plain value is of no class of the program.
      if case .object(let number) = type, case .classObject = objects[number].kind, value.isScalar, !isClass {
        return classMember(symbol(Self.metaclassMark), of: type) == nil ? false : nil
      }
      return nil
    }
    switch object.kind {
    case .list: if case .name(let name) = type, Self.plainTypes.contains(name) { return name == "list" }
    case .dictionary(let content):
      if case .name(let name) = type, Self.plainTypes.contains(name) {
        return name == (content.isSet ? "set" : "dict") ? true : content.isSet && name == "frozenset" ? nil : false
      }
    case .instance(let own) where !isClass:
      if case .name(let name) = type, Self.plainTypes.contains(name), isWhole(ancestry(of: own)) { return false }
      return isInstance(value, of: type)
    case .classObject where isClass: return isInstance(value, of: type)
    case .function, .classObject, .module:
      if case .name(let name) = type, Self.plainTypes.contains(name) { return false }
    default: break
    }
    return nil
  }

  /// The type of a plain value as Python's messages have it.
  static func typeName(of value: PythonValue) -> String {
    switch value {
    case .none: "'NoneType'"
    case .bool: "'bool'"
    case .integer: "'int'"
    case .float: "'float'"
    case .text: "'str'"
    case .tuple: "'tuple'"
    default: "the"
    }
  }

  static let plainTypes: Set = [
    "int", "long", "float", "bool", "str", "bytes", "unicode", "basestring", "tuple", "list", "dict", "set",
    "frozenset",
  ]
}
