import ApplicationFacts
import PythonEvaluation
import Diagnostics

/// Calls of Twisted's own functions and classes, and of those that look like them.
extension Evaluator {
  /// Calls what Twisted names, before its stubs are asked.
  mutating func callTwisted(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue? {
    if name == "twisted.internet.reactor.run" { tellOfRun(at: id) }
    if let known = KnownNames.service(name) { return makeService(name, as: known, with: arguments, at: id) }
    if let value = callFramework(name, arguments, at: id) { return value }
    if name.hasSuffix(".install"), name.contains("reactor") { installReactor(name, arguments, at: id) }
    return callWebSocket(name, arguments, at: id)
  }

  /// Calls what Twisted names and no stub describes, and what has the look of it.
  mutating func callUndescribed(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue? {
    if KnownNames.isTwisted(name) {
      if let function = name.split(separator: ".").last, function == "makeService" {
        return makeInstance(name, arguments, at: id)
      }
      guard Self.isClass(name) else { return .unknown("a call of \(callName(id))") }
      return makeInstance(name, arguments, at: id)
    }
    if name == "register" { findings.registrations.append((arguments, location(id))) }
    // A fork of Twisted or a package that hands its names on.
    if name.hasSuffix(".service.Application"), case .text? = arguments.value(0, "name") {
      return makeUncertainApplication(arguments, at: id)
    }
    return name.hasSuffix("Maker") && Self.isClass(name) ? makeInstance(name, arguments, at: id) : nil
  }

  /// What looks like an application, though it could be another thing of that name.
  mutating func makeUncertainApplication(_ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    let value = makeInstance(Self.applicationName, arguments, at: id)
    if case .object(let number) = value { objects[number].isConditional = true }
    return value
  }

  private mutating func callFramework(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue? {
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
      callBack(2, arguments, isSure: false, isLater: true, at: id)
      return .unknown("a deferred")
    case "twisted.internet.defer.maybeDeferred", "twisted.internet.defer.execute":
      callBack(0, arguments, isSure: true, at: id)
      return .unknown("a deferred")
    case "twisted.internet.threads.deferToThread":
      callBack(0, arguments, isSure: false, at: id)
      return .unknown("a deferred")
    case "twisted.application.reactors.installReactor":
      installReactor(name, arguments, at: id)
      return PythonValue.none
    case "twisted.python.util.sibpath":
      var folder = String(MarkedText.beside(of: module))
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
      return PythonValue.none
    case "zope.interface.implementer", "zope.interface.provider", "zope.interface.implements",
      "zope.interface.classProvides", "zope.interface.directlyProvides":
      return makeInstance(name, PythonArguments(), at: id)
    default: break
    }
    if clientEndpoint(name, arguments, at: id) { return makeInstance(name, PythonArguments(), at: id) }
    if KnownNames.service(name) != nil || name.hasPrefix("twisted.application.internet.")
      || name.hasPrefix("twisted.internet.endpoints.") || name == "twisted.protocols.haproxy.proxyEndpoint"
    {
      return makeService(name, arguments, at: id)
    }
    return nil
  }

  /// A service of `twisted.application.internet`, by far the most frequent call.
  /// A function of the program's own surely runs the reactor while the file is loaded; where the file itself does, its
  /// text tells.
  private mutating func tellOfRun(at id: UInt32) {
    guard isLoading, isAlive, isSure, !isLater, programArguments == nil, frames.count > 1, handlers.isEmpty else {
      return
    }
    findings.diagnostics.append(
      .error(
        .applicationFails, "the file runs the reactor itself, so twistd never comes to start the application",
        at: location(id), remedy: "package it as the program that it is with --script, or take reactor.run() out"))
  }

  private mutating func makeService(
    _ name: String, as known: (kind: String, isServer: Bool), with arguments: PythonArguments, at id: UInt32
  ) -> PythonValue {
    let value = makeInstance(name, arguments, at: id)
    if case .object(let number) = value { constructService(known, in: number, with: arguments, at: id) }
    return value
  }

  private mutating func makeService(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> PythonValue {
    let value = makeInstance(name, arguments, at: id)
    guard case .object(let number) = value else { return value }
    _ = constructService(name, in: number, with: arguments, at: id)
    return value
  }

  private mutating func installReactor(_ name: String, _ arguments: PythonArguments, at id: UInt32) {
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

  /// Methods of instances of Twisted's own classes.
  mutating func callTwistedInstance(
    _ name: String, of number: Int, with arguments: PythonArguments, at id: UInt32
  ) -> PythonValue? {
    let types = classNames(of: .object(number))
    if types.contains(Self.applicationName), name == "getComponent" { return .object(number) }
    if types.contains(Self.loopingCall), name == "start" { return startLoop(number, arguments, at: id) }
    if types.contains(where: { $0.hasSuffix("Options") }) {
      if name == "parseOptions" {
        parseOptions(arguments, of: number, at: id)
        return PythonValue.none
      }
      if name == "get", let key = arguments.positional.first {
        guard let found = configured(number, key) else { return arguments.value(1, "default") ?? PythonValue.none }
        guard case .unknown(let unknown) = found, unknown.fallback == nil else { return found }
        return .unknown(unknown.origin, fallback: arguments.value(1, "default").flatMap { $0.isScalar ? $0 : nil })
      }
    }
    return nil
  }
}
