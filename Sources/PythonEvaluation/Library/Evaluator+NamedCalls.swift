import ApplicationFacts
import PythonSyntax

package extension Evaluator {
  static let builtins: Set = [
    "int", "long", "float", "str", "unicode", "bytes", "repr", "bool", "len", "list", "tuple", "set", "frozenset",
    "dict",
    "range", "xrange", "zip", "enumerate", "sorted", "reversed", "min", "max", "abs", "sum", "getattr", "hasattr",
    "setattr",
    "isinstance", "map", "filter", "open", "file", "print", "super", "object", "type", "execfile", "exec", "iter",
    "next",
    "id", "vars", "globals", "locals", "Exception", "exit", "quit", "input", "raw_input", "reload", "__import__",
    "callable", "any", "all", "delattr", "property", "classmethod", "staticmethod", "issubclass", "repr", "ascii",
    "ord",
    "chr", "unichr", "divmod", "round", "pow", "hash", "dir", "hex", "oct", "bin", "format", "slice", "complex",
    "bytearray", "memoryview", "compile", "eval", "reduce", "cmp", "NotImplemented", "Ellipsis", "__debug__",
  ]

  /// Calls something that is known only by name.
  mutating func callNamed(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    if modules[module].isStub, let site = frames[frames.count - 1].site {
      // Whatever a stub does is told of the line that called into it.
      let outer = (module, tree)
      enter(site.module)
      defer { (module, tree) = outer }
      return name.hasPrefix(Self.effects)
        ? framework.effect(&self, String(name.dropFirst(Self.effects.count)), arguments, site.node)
        : callNamed(name, arguments, at: site.node)
    }
    if framework.owns(name) { mayRaise(.unknown("an exception")) }
    if let value = framework.call(&self, name, arguments, id) { return value }
    if name == "os._exit" || name == "os.abort" {
      uncaught = min(uncaught + weight, State.whole)
      lastRaised = (state, .name("SystemExit"), isLoading ? location(ofStatement: statement) : nil)
      end()
      return .unknown("a value that is never computed")
    }
    if let value = callLibrary(name, arguments, at: id) { return value }
    if !name.utf8.contains(UInt8(ascii: ".")), let value = callBuiltin(name, arguments, at: id) { return value }
    if name == "os.getenv" || name == "os.environ.get" || name == "os.environ.setdefault" {
      return readVariable(String(name.split(separator: ".").last ?? ""), arguments, at: id)
    }
    if let value = callPath(name, arguments, at: id) { return value }
    if let value = callReader(name, arguments, at: id) { return value }
    if let value = callStub(name, arguments, at: id) { return value }
    if let value = makeRecord(name, arguments, at: id) { return value }
    if let value = framework.callUndescribed(&self, name, arguments, id) { return value }
    if name == "functools.partial" { return makeInstance(name, arguments, at: id) }
    mayRaise(.unknown("an exception"))
    let made = unread(name, arguments, at: id)
    handOver(arguments, at: id)
    if !Self.isReadOnly(name) { overwriteGiven(arguments, "a call of \(callName(id))") }
    if name == "functools.partial" { return makeInstance(name, arguments, at: id) }
    if let value = readSettings(name, arguments) { return value }
    if name.hasSuffix("pwd.getpwnam") || name == "grp.getgrnam" || name.hasSuffix("uidFromString"),
      let user = arguments.positional.first.flatMap({ literal($0) })
    {
      return .unknown((name == "grp.getgrnam" ? "group:" : "user:") + user)
    }
    if Self.isConfigParser(name) { return makeInstance(name, arguments, at: id) }
    return made
  }

  /// Functions of Python itself and its library that change none of their arguments.
  private static func isReadOnly(_ name: String) -> Bool {
    if !name.contains(".") { return builtins.contains(name) }
    if ["random.shuffle", "heapq.", "bisect.insort", "pickle.", "runpy."].contains(where: name.hasPrefix) {
      return false
    }
    return Module.Kind.of(name) == .standardLibrary || name.hasPrefix("six.")
  }

  /// Functions of the standard library that are as plain as the built-in ones.
  private mutating func callLibrary(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue? {
    let first = arguments.positional.first
    switch name {
    case "copy.copy", "copy.deepcopy": return first.map { copy($0, isDeep: name.hasSuffix("deepcopy"), at: id) }
    case "functools.wraps": return makeInstance(name, arguments, at: id)
    case "sys.exit", "builtins.exit", "builtins.quit":
      raise(.name("SystemExit"))
      return .unknown("a value that is never computed")
    default: return nil
    }
  }

  private mutating func copy(_ value: PythonValue, isDeep: Bool, at id: UInt32, level: Int = 0) -> PythonValue {
    guard case .object(let number) = value, level < 6 else {
      if case .choice = value { return forEachAlternative(of: value) { $0.copy($1, isDeep: isDeep, at: id) } }
      if case .tuple(let values) = value, isDeep {
        return .tuple(values.map { copy($0, isDeep: true, at: id, level: level + 1) })
      }
      return value
    }
    switch objects[number].kind {
    case .list(var content):
      if isDeep {
        content.items = content.items.map { copy($0, isDeep: true, at: id, level: level + 1) }
      }
      return makeList(content, at: id)
    case .dictionary(var content):
      if isDeep {
        content.changeEach { $0.value = copy($0.value, isDeep: true, at: id, level: level + 1) }
      }
      return make(.dictionary(content), at: id)
    case .instance(.object) where !objects[number].escaped:
      let made = make(objects[number].kind, at: id)
      guard case .object(let other) = made else { return value }
      for (symbol, member) in objects[number].attributes {
        objects[other].attributes[symbol] = isDeep ? copy(member, isDeep: true, at: id, level: level + 1) : member
      }
      objects[other].arguments = objects[number].arguments
      return made
    default: return value
    }
  }

  mutating func makeInstance(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    let value = make(.instance(of: .name(name)), at: id)
    if case .object(let number) = value { objects[number].arguments = arguments }
    return value
  }

  /// Classes of the standard library and its like that only hold values, by what makes them.
  static let simpleNamespace = "types.SimpleNamespace"

  private mutating func makeRecord(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue? {
    switch name {
    case "collections.namedtuple", "typing.NamedTuple": return makeNamedTuple(arguments, at: id)
    case Self.simpleNamespace, Self.namespaceName:
      let value = makeInstance(name, PythonArguments(), at: id)
      guard case .object(let number) = value, !arguments.isPartial else { return .unknown("a call of \(callName(id))") }
      for argument in arguments.named {
        let symbol = symbol(argument.name)
        setAttribute(symbol, of: number, to: argument.value)
      }
      return value
    case "dataclasses.field", "attr.ib", "attr.attrib", "attrs.field", "pydantic.Field":
      if let value = arguments.value(name == "pydantic.Field" ? 0 : -1, "default") { return value }
      return arguments["default_factory"] ?? arguments["factory"] == nil
        ? .unknown("a field") : makeInstance(Self.fieldName, arguments, at: id)
    case "six.with_metaclass", "future.utils.with_metaclass": return withMetaclass(arguments, at: id)
    case "optparse.OptionGroup": return arguments.positional.first ?? .unknown("no parser")
    case "six.add_metaclass": return makeInstance(name, arguments, at: id)
    case _ where Self.recordDecorators.contains(name) && arguments.positional.isEmpty:
      return makeInstance(name, arguments, at: id)
    default: return Self.isCommandLineParser(name) ? makeInstance(name, arguments, at: id) : nil
    }
  }

  /// Methods of instances of classes that live elsewhere.
  mutating func callInstanceMethod(
    _ name: String, of number: Int, with arguments: PythonArguments, at id: UInt32
  ) -> PythonValue? {
    let types = classNames(of: .object(number))
    if let value = framework.callInstance(&self, name, number, arguments, id) { return value }
    if types.contains(where: Self.isConfigParser) {
      if name == "read" || name == "readfp" || name == "read_file" {
        // Those of several that are not there are passed over.
        let several = arguments.positional.first.flatMap { $0.isScalar ? nil : elements(of: $0) }
        for path in several?.values.prefix(64) ?? arguments.positional.prefix(1)
        where !Self.isContents(origin(of: path)) {
          addPath(path, .reads, at: id)
        }
        return .unknown("config:")
      }
      return configurationMethod(name, of: number, with: arguments)
    }
    if types.contains(where: Self.isCommandLineParser) {
      return parserMethod(name, of: number, types: types, with: arguments, at: id)
    }
    if types.contains(Self.namespaceName), name == "get" || name == "pop", let key = arguments.positional.first {
      return literal(key).map { parsed($0, number) }
    }
    if let kind = pathKind(of: .object(number)) {
      return filePathMethod(name, kind: kind, of: number, with: arguments, at: id)
    }
    if types.contains(where: { $0.hasSuffix(".Options") || $0.hasPrefix("argparse") }), name.hasPrefix("parse") {
      return .unknown("the command line")
    }
    if types.allSatisfy({ framework.owns($0) || $0 == "object" }) { return .unknown("a call of \(callName(id))") }
    return nil
  }
}
