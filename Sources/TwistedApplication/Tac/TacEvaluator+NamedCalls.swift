import ApplicationFacts
import PythonSyntax

extension TacEvaluator {
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
  mutating func callNamed(_ name: String, _ arguments: TacArguments, at id: UInt32) -> TacValue {
    if modules[module].isStub, let site = frames[frames.count - 1].site {
      // Whatever a stub does is told of the line that called into it.
      let outer = (module, tree)
      enter(site.module)
      defer { (module, tree) = outer }
      return name.hasPrefix(Self.effects)
        ? callEffect(String(name.dropFirst(Self.effects.count)), arguments, at: site.node)
        : callNamed(name, arguments, at: site.node)
    }
    if KnownNames.isTwisted(name) { mayRaise(.unknown("an exception")) }
    if let known = KnownNames.service(name) { return makeService(name, known, arguments, at: id) }
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
    if let value = callFramework(name, arguments, at: id) { return value }
    if let value = callReader(name, arguments, at: id) { return value }
    if name.hasSuffix(".install"), name.contains("reactor") { installReactor(name, arguments, at: id) }
    if let value = callWebSocket(name, arguments, at: id) { return value }
    if let value = callStub(name, arguments, at: id) { return value }
    if KnownNames.isTwisted(name) {
      if let function = name.split(separator: ".").last, function == "makeService" {
        return makeInstance(name, arguments, at: id)
      }
      guard KnownNames.isClass(name) else { return .unknown("a call of \(callName(id))") }
      return makeInstance(name, arguments, at: id)
    }
    if let value = makeRecord(name, arguments, at: id) { return value }
    if name == "register" { findings.registrations.append((arguments, location(id))) }
    // A fork of Twisted or a package that hands its names on.
    if name.hasSuffix(".service.Application"), case .text? = arguments.value(0, "name") {
      return makeUncertainApplication(arguments, at: id)
    }
    if name.hasSuffix("Maker"), KnownNames.isClass(name) { return makeInstance(name, arguments, at: id) }
    if name == "functools.partial" { return makeInstance(name, arguments, at: id) }
    mayRaise(.unknown("an exception"))
    handOver(arguments, at: id)
    if !Self.isReadOnly(name) { overwriteGiven(arguments, "a call of \(callName(id))") }
    if name == "functools.partial" { return makeInstance(name, arguments, at: id) }
    if let value = readSettings(name, arguments) { return value }
    if name.hasSuffix("pwd.getpwnam") || name == "grp.getgrnam" || name.hasSuffix("uidFromString"),
      let user = arguments.positional.first.flatMap({ literal($0) })
    {
      return .unknown((name == "grp.getgrnam" ? "group:" : "user:") + user)
    }
    if KnownNames.isConfigParser(name) { return makeInstance(name, arguments, at: id) }
    return .unknown("a call of \(callName(id))")
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
  private mutating func callLibrary(_ name: String, _ arguments: TacArguments, at id: UInt32) -> TacValue? {
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

  private mutating func copy(_ value: TacValue, isDeep: Bool, at id: UInt32, level: Int = 0) -> TacValue {
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

  mutating func makeInstance(_ name: String, _ arguments: TacArguments, at id: UInt32) -> TacValue {
    let value = make(.instance(of: .name(name)), at: id)
    if case .object(let number) = value { objects[number].arguments = arguments }
    return value
  }

  /// Classes of the standard library and its like that only hold values, by what makes them.
  private mutating func makeRecord(_ name: String, _ arguments: TacArguments, at id: UInt32) -> TacValue? {
    switch name {
    case "collections.namedtuple", "typing.NamedTuple": return makeNamedTuple(arguments, at: id)
    case "types.SimpleNamespace", Self.namespaceName: return makeInstance(Self.namespaceName, arguments, at: id)
    case "dataclasses.field", "attr.ib", "attr.attrib", "attrs.field", "pydantic.Field":
      if let value = arguments.value(name == "pydantic.Field" ? 0 : -1, "default") { return value }
      return arguments["default_factory"] ?? arguments["factory"] == nil
        ? .unknown("a field") : makeInstance(Self.fieldName, arguments, at: id)
    case "six.with_metaclass", "future.utils.with_metaclass": return withMetaclass(arguments, at: id)
    case "optparse.OptionGroup": return arguments.positional.first ?? .unknown("no parser")
    case "six.add_metaclass": return makeInstance(name, arguments, at: id)
    default: return Self.isCommandLineParser(name) ? makeInstance(name, arguments, at: id) : nil
    }
  }

  /// What looks like an application, though it could be another thing of that name.
  mutating func makeUncertainApplication(_ arguments: TacArguments, at id: UInt32) -> TacValue {
    let value = makeInstance(Self.applicationName, arguments, at: id)
    if case .object(let number) = value { objects[number].isConditional = true }
    return value
  }

  private mutating func callFramework(_ name: String, _ arguments: TacArguments, at id: UInt32) -> TacValue? {
    guard name.hasPrefix("twisted.") || name.hasPrefix("zope.") else { return nil }
    switch name {
    case "twisted.application.service.Application", "twisted.internet.app.Application":
      if arguments.value(0, "name") == nil, !arguments.isPartial {
        fail(.name("TypeError"), "Application() missing 1 required positional argument: 'name'")
      }
      if let other = arguments.named.first(where: { !["name", "uid", "gid"].contains($0.name) }) {
        fail(.name("TypeError"), "Application() got an unexpected keyword argument '\(other.name)'")
      }
      return makeInstance(Self.applicationName, arguments, at: id)
    case "twisted.application.service.IServiceCollection", "twisted.persisted.sob.IPersistable":
      return arguments.positional.first ?? .unknown("no application")
    case Self.processName: return makeInstance(name, arguments, at: id)
    case "twisted.application.strports.service": return makeService(name, arguments, at: id)
    case "twisted.application.strports.listen":
      listen(listening(describedBy: arguments.value(0, "description") ?? .unknown("no description"), at: id))
      return .unknown("a listening port")
    case "twisted.internet.endpoints.connectProtocol": return .unknown("a deferred")
    case "twisted.internet.task.deferLater":
      callBack(2, arguments, isSure: false, at: id)
      return .unknown("a deferred")
    case "twisted.internet.defer.maybeDeferred", "twisted.internet.defer.execute":
      callBack(0, arguments, isSure: true, at: id)
      return .unknown("a deferred")
    case "twisted.internet.threads.deferToThread":
      callBack(0, arguments, isSure: false, at: id)
      return .unknown("a deferred")
    case "twisted.application.reactors.installReactor":
      installReactor(name, arguments, at: id)
      return TacValue.none
    case "twisted.python.util.sibpath":
      var folder = String(TacText.beside(of: module))
      if case .text(let path)? = arguments.value(0, "path") { folder = Self.parent(of: path) }
      return joinPath([.text(folder), arguments.value(1, "sibling") ?? .text("")])
    case "twisted.python.compat.nativeString", "twisted.internet.endpoints.quoteStringArgument":
      guard let value = arguments.positional.first, !name.hasSuffix("nativeString") else {
        return arguments.positional.first
      }
      return map(value) { _, value in
        guard case .text(let text) = value else { return nil }
        return .text(text.replacing("\\", with: "\\\\").replacing(":", with: "\\:"))
      }
    case "twisted.scripts.mktap._tapHelper", "twisted.application.service.ServiceMaker":
      return makeInstance("twisted.application.service.ServiceMaker", arguments, at: id)
    case "zope.interface.classProvides" where scopes[scope].isClass:
      let symbol = symbol(Self.providerMark)
      setVariable(symbol, in: scope, to: .bool(true))
      return TacValue.none
    case "zope.interface.implementer", "zope.interface.provider", "zope.interface.implements",
      "zope.interface.classProvides", "zope.interface.directlyProvides":
      return makeInstance(name, TacArguments(), at: id)
    default: break
    }
    if clientEndpoint(name, arguments, at: id) { return makeInstance(name, TacArguments(), at: id) }
    if KnownNames.service(name) != nil || name.hasPrefix("twisted.application.internet.")
      || name.hasPrefix("twisted.internet.endpoints.") || name == "twisted.protocols.haproxy.proxyEndpoint"
    {
      return makeService(name, arguments, at: id)
    }
    return nil
  }

  /// A service of `twisted.application.internet`, by far the most frequent call.
  private mutating func makeService(
    _ name: String, _ known: (kind: String, isServer: Bool), _ arguments: TacArguments, at id: UInt32
  ) -> TacValue {
    let value = makeInstance(name, arguments, at: id)
    if case .object(let number) = value { constructService(known, number, arguments, at: id) }
    return value
  }

  private mutating func makeService(_ name: String, _ arguments: TacArguments, at id: UInt32) -> TacValue {
    let value = makeInstance(name, arguments, at: id)
    guard case .object(let number) = value else { return value }
    _ = constructService(name, number, arguments, at: id)
    return value
  }

  private mutating func installReactor(_ name: String, _ arguments: TacArguments, at id: UInt32) {
    guard isAlive else { return }
    let location = location(id)
    if name.hasSuffix("installReactor") {
      guard case .text(let kind)? = arguments.positional.first else { return }
      findings.reactor = Fact(kind, certainty, at: location)
      return
    }
    let module = name.split(separator: ".").dropLast().last.map(String.init) ?? name
    let kind = module.hasSuffix("reactor") && module != "reactor" ? String(module.dropLast(7)) : module
    findings.reactor = Fact(kind, certainty, at: location)
  }

  /// Methods of instances of classes that live elsewhere.
  mutating func callInstanceMethod(
    _ name: String, _ number: Int, _ arguments: TacArguments, at id: UInt32
  ) -> TacValue? {
    let types = classNames(of: .object(number))
    if types.contains(Self.applicationName), name == "getComponent" { return .object(number) }
    if types.contains(where: KnownNames.isConfigParser) {
      if name == "read" || name == "readfp" || name == "read_file" {
        // Those of several that are not there are passed over.
        let several = arguments.positional.first.flatMap { $0.isScalar ? nil : elements(of: $0) }
        for path in several?.values.prefix(64) ?? arguments.positional.prefix(1) { addPath(path, .reads, at: id) }
        return .unknown("config:")
      }
      return configurationMethod(name, number, arguments)
    }
    if types.contains(where: Self.isCommandLineParser) { return parserMethod(name, number, types, arguments, at: id) }
    if types.contains(Self.namespaceName), name == "get" || name == "pop", let key = arguments.positional.first {
      return literal(key).map { parsed($0, number) }
    }
    if types.contains(Self.loopingCall), name == "start" { return startLoop(number, arguments, at: id) }
    if let kind = pathKind(of: .object(number)) { return filePathMethod(name, kind, number, arguments, at: id) }
    if types.contains(where: { $0.hasSuffix("Options") }) {
      if name == "parseOptions" {
        parseOptions(arguments, of: number, at: id)
        return TacValue.none
      }
      if name == "get", let key = arguments.positional.first {
        guard let found = configured(number, key) else { return arguments.value(1, "default") ?? TacValue.none }
        guard case .unknown(let unknown) = found, unknown.fallback == nil else { return found }
        return .unknown(unknown.origin, fallback: arguments.value(1, "default").flatMap { $0.isScalar ? $0 : nil })
      }
    }
    if types.contains(where: { $0.hasSuffix(".Options") || $0.hasPrefix("argparse") }), name.hasPrefix("parse") {
      return .unknown("the command line")
    }
    if types.allSatisfy({ KnownNames.isTwisted($0) || $0 == "object" }) { return .unknown("a call of \(callName(id))") }
    return nil
  }
}
