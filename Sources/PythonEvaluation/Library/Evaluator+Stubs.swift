import PythonSyntax

/// Calls of functions and classes that live elsewhere and are described by a stub.
package extension Evaluator {
  /// The module by which stubs say what a call does.
  static let effects = "effects."

  /// Calls what a stub describes under a dotted name; nil when none does.
  mutating func callStub(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue? {
    guard level < Self.levelLimit, let (value, rest) = described(name) else { return nil }
    level += 1
    defer { level -= 1 }
    guard let method = rest else { return apply(value, arguments, at: id) }
    let symbol = symbol(method)
    // What the stub's class does not define is known by its name only.
    guard case .classObject? = object(value)?.kind, classMember(symbol, of: value) != nil else { return nil }
    return callMethod(symbol, of: value, arguments, at: id)
  }

  /// The class that a stub describes under a dotted name, in its place as a base of another.
  mutating func stubClass(_ value: PythonValue) -> PythonValue {
    guard case .name(let name) = value, let (found, rest) = described(name), rest == nil,
      case .classObject? = object(found)?.kind
    else { return value }
    return found
  }

  /// The plain value that a stub gives a name, such as the number of a port.
  mutating func stubConstant(_ name: String) -> PythonValue? {
    guard isDescribed(name), let (value, rest) = described(name), rest == nil, value.isScalar else { return nil }
    return value
  }

  /// Whether a stub describes the module that a name belongs to.
  func isDescribed(_ name: String) -> Bool {
    name.lastIndex(of: ".").map { stubs.describes(String(name[..<$0])) } ?? false
  }

  /// What the stub of a module binds a name to, and the name of a member of that if there is one more.
  private mutating func described(_ name: String) -> (value: PythonValue, member: String?)? {
    let parts = name.split(separator: ".").map(String.init)
    guard (2...12).contains(parts.count), !framework.answers(name) else { return nil }
    for count in [parts.count - 1, parts.count - 2] where count > 0 {
      guard let index = loadStub(parts[..<count].joined(separator: ".")) else { continue }
      let symbol = symbol(parts[count])
      guard let value = scopes[modules[index].scope].variables[symbol]?.present.value else { return nil }
      // A name that the stub only imports itself is described where it is defined.
      if case .name(let other) = value { return other == name ? nil : described(other) }
      return (value, count + 1 < parts.count ? parts[count + 1] : nil)
    }
    return nil
  }

  /// Reads and follows the stub of a module, once; nil when there is none.
  private mutating func loadStub(_ name: String) -> Int? {
    let key = "stub:\(name)"
    if let index = loading[key] {
      if scopes[modules[index].scope].isMissing, isAlive, frames.count < Self.callLimit {
        scopes.append(Scope(), at: modules[index].scope)
        runModule(index)
      }
      return index
    }
    guard isAlive, frames.count < Self.callLimit, level < Self.levelLimit, !missingModules.contains(key),
      let source = stubs.source(of: name), source.bytes.count <= Self.moduleSizeLimit
    else {
      missingModules.insert(key)
      return nil
    }
    let parsed = SyntaxTree.parse(source.bytes, names: &names)
    guard let home = makeScope(Scope()) else { return nil }
    modules.append(
      LoadedModule(name: name, file: source.path, tree: parsed, scope: home, isPackage: source.isPackage, isStub: true))
    let index = modules.count - 1
    loading[key] = index
    runModule(index)
    return index
  }
}
