import PythonEvaluation
import ApplicationFacts
import Diagnostics
import PythonSyntax

extension Evaluator {
  static let applicationName = "twisted.application.service.Application"
  static let processName = "twisted.application.service.IProcess"

  /// Gives an instance what the constructor of a service or endpoint class would; false for other classes.
  mutating func constructService(_ name: String, in number: Int, with arguments: PythonArguments, at id: UInt32) -> Bool
  {
    if let known = KnownNames.service(name) {
      constructService(known, in: number, with: arguments, at: id)
      return true
    }
    switch name {
    case "twisted.application.internet.TimerService":
      let callable = arguments.value(1, "callable")
      addStep(
        .init(
          interval: arguments.value(0, "step"), callable: callable.flatMap { callableName($0) },
          isConditional: !isSure,
          location: location(id), owner: number))
      callBack(1, arguments, isSure: false, at: id)
    case "twisted.application.internet.StreamServerEndpointService":
      objects[number].listening = endpoint(arguments.value(0, "endpoint"), at: id)
    case "twisted.application.strports.service":
      objects[number].listening = listening(
        describedBy: arguments.value(0, "description") ?? .unknown("no description"), at: id)
    default:
      if constructWebSocket(name, in: number, with: arguments) { return true }
      guard let listening = serverEndpoint(name, arguments, at: id) else { return false }
      objects[number].listening = listening
    }
    return true
  }

  mutating func constructService(
    _ known: (kind: String, isServer: Bool), in number: Int, with arguments: PythonArguments, at id: UInt32
  ) {
    if known.isServer {
      objects[number].listening = [listening(known.kind, with: arguments, from: 0, at: id)]
    } else {
      connect(known.kind, arguments, owner: number, at: id)
    }
  }

  mutating func addStep(_ step: Findings.Step) {
    if isAlive, findings.steps.count < Self.findingLimit { findings.steps.append(step) }
  }

  /// The dotted name of something that can be called.
  func callableName(_ value: PythonValue) -> String? {
    switch value {
    case .name(let name): return name
    case .object(let number):
      switch objects[number].kind {
      case .function(let function):
        guard let node = modules[function.module].tree.node(function.node), node.kind == .function else { return nil }
        let name = names.text(node.first)
        guard let owner = function.owner, case .classObject(let type) = objects[owner].kind else { return name }
        return "\(type.name).\(name)"
      case .method(let receiver, let function, let symbol):
        if let function { return callableName(function) }
        return classNames(of: receiver).first.map { "\($0).\(names.text(symbol))" }
      case .classObject(let type): return type.name
      default: return nil
      }
    default: return nil
    }
  }

  /// What `reactor.listenTCP` and its like are given, whose factory and the rest do not matter here.
  mutating func listening(_ kind: String, with arguments: PythonArguments, from first: Int, at id: UInt32) -> Listening
  {
    var listening = Listening(transport: .tcp, line: line(id), file: file, isConditional: !isSure)
    switch kind {
    case "TCP", "On", "SSL":
      listening.transport = kind == "SSL" ? .ssl : .tcp
      listening.port = arguments.value(first, "port") ?? .unknown("no port")
      listening.interface = arguments.value(first + (kind == "SSL" ? 4 : 3), "interface")
    case "UDP", "Multicast":
      listening.transport = kind == "UDP" ? .udp : .multicast
      listening.port = arguments.value(first, "port") ?? .unknown("no port")
      listening.interface = arguments.value(first + 2, "interface")
    default:
      listening.transport = kind == "UNIX" ? .unix : .unixDatagram
      listening.path = arguments.value(first, "address") ?? .unknown("no address")
      listening.mode = arguments.value(first + 3, "mode")
    }
    return listening
  }

  mutating func connect(
    _ kind: String, _ arguments: PythonArguments, owner: Int? = nil, at id: UInt32, first: Int = 0
  ) {
    var connection = Findings.Connection(
      transport: .tcp, isConditional: !isSure, location: location(id), owner: owner)
    switch kind {
    case "TCP", "SSL", "UDP":
      connection.transport = kind == "TCP" ? .tcp : kind == "SSL" ? .ssl : .udp
      connection.host = arguments.value(first, kind == "UDP" ? "remotehost" : "host")
      connection.port = arguments.value(first + 1, kind == "UDP" ? "remoteport" : "port")
    default:
      connection.transport = kind == "UNIX" ? .unix : .unixDatagram
      connection.path = arguments.value(first, "address")
    }
    add(connection)
  }

  mutating func add(_ connection: Findings.Connection) {
    guard isAlive, findings.connections.count < Self.findingLimit else { return }
    var connection = connection
    connection.isLater = connection.isLater || isLater
    findings.connections.append(connection)
  }

  mutating func listen(_ listening: [Listening]) {
    guard isAlive, findings.listening.count < Self.findingLimit else { return }
    findings.listening += listening.map {
      var listening = $0
      listening.isConditional = listening.isConditional || !isSure
      listening.isLater = isLater
      return listening
    }
  }

  // MARK: Methods of services, the application and the reactor

  /// The framework's methods, told by their names, on receivers of which at least that much is known.
  mutating func callServiceMethod(
    _ name: String, of receiver: PythonValue, _ arguments: PythonArguments, at id: UInt32
  ) -> PythonValue? {
    switch name {
    case "Application":
      guard case .unknown = receiver, case .text? = arguments.positional.first else { break }
      mayRaise(.unknown("an exception"))
      return makeUncertainApplication(arguments, at: id)
    case "setServiceParent":
      hang(receiver, under: arguments.value(0, "parent") ?? .unknown("no parent"), at: id)
      return PythonValue.none
    case "addService":
      hang(arguments.value(0, "service") ?? .unknown("no service"), under: receiver, at: id)
      return PythonValue.none
    case "disownServiceParent":
      unhang(receiver)
      return PythonValue.none
    case "removeService":
      unhang(arguments.value(0, "service") ?? .none)
      return PythonValue.none
    case "setName":
      guard case .object(let number) = receiver else { return PythonValue.none }
      let symbol = symbol("name")
      objects[number].attributes[symbol] = arguments.value(0, "name") ?? PythonValue.none
      return PythonValue.none
    case "privilegedStartService", "startService":
      guard case .object(let number) = receiver, isAlive else { return nil }
      if !objects[number].listening.isEmpty || programArguments != nil, case .none = objects[number].parent {
        objects[number].parent = .unknown("started by hand")
      }
      return .unknown("a call of startService()")
    case "addCallback", "addBoth", "addCallbacks": return addCallback(name, to: receiver, with: arguments, at: id)
    case "getServiceNamed": return child(of: receiver, named: arguments.value(0, "name") ?? .none)
    case "listen":
      guard case .object(let number) = receiver, !objects[number].listening.isEmpty else { return nil }
      listen(objects[number].listening)
      arguments.all.forEach { escape($0) }
      return .unknown("a deferred")
    case "callWhenRunning", "callLater", "callFromThread", "callInThread":
      let place = name == "callLater" ? 1 : 0
      guard arguments.positional.count > place else { return nil }
      callBack(place, arguments, isSure: name == "callWhenRunning", isLater: name == "callLater", at: id)
      return PythonValue.none
    case "addSystemEventTrigger":
      if case .text("startup")? = arguments.value(1, "eventType") { callBack(2, arguments, isSure: true, at: id) }
      return .unknown("a trigger")
    default: break
    }
    // A foolscap Tub is given a description, the application before Twisted 1.0 a port.
    if name == "listenOn", let value = arguments.value(0, "port") {
      if case .text = value {
        listen(listening(describedBy: value, at: id))
        return .unknown("a listening port")
      }
    }
    if name.hasPrefix("listen") || name.hasPrefix("connect") { mayRaise(.unknown("an exception")) }
    if name.hasPrefix("listen"), KnownNames.kinds.contains(String(name.dropFirst(6))) || name == "listenOn" {
      check(arguments, String(name.dropFirst(6)), isServer: true, of: receiver)
      listen([listening(String(name.dropFirst(6)), with: arguments, from: 0, at: id)])
      return .unknown("a listening port")
    }
    if name.hasPrefix("connect"), KnownNames.kinds.contains(String(name.dropFirst(7))) {
      check(arguments, String(name.dropFirst(7)), isServer: false, of: receiver)
      connect(String(name.dropFirst(7)), arguments, at: id)
      return .unknown("a connector")
    }
    // The reactor's own is described by a stub, which knows a socket of the program's own.
    if name == "adoptStreamPort", !receiver.isNamed {
      listen([Listening(transport: .systemd, line: line(id), file: file, isConditional: !isSure)])
      return .unknown("a listening port")
    }
    return nil
  }

  /// A call of the reactor's own that it surely refuses.
  private mutating func check(
    _ arguments: PythonArguments, _ kind: String, isServer: Bool, of receiver: PythonValue
  ) {
    guard case .name("twisted.internet.reactor") = receiver, handlers.isEmpty,
      let complaint = ReactorSignature(kind, isServer: isServer)?.complaint(of: arguments, isService: false)
    else { return }
    fail(.name("TypeError"), complaint)
  }

  private mutating func unhang(_ service: PythonValue) {
    switch service {
    case .object(let number): objects[number].parent = .none
    case .choice(let options):
      for case .object(let number) in options { objects[number].parent = .merge([objects[number].parent, .none]) }
    case .unknown:
      // It may have been any of them.
      for number in objects.indices where !objects[number].listening.isEmpty {
        objects[number].parent = .merge([objects[number].parent, .none])
      }
    default: break
    }
  }

  /// The services that hang under one, in the order in which they were made; nil when there may be others.
  func children(of parent: Int) -> ListContent? {
    guard classNames(of: .object(parent)).contains(where: { Self.collections.contains($0) }), !objects[parent].escaped
    else { return nil }
    var content = ListContent()
    for number in objects.indices.prefix(5000) {
      let parents = objects[number].parent.alternatives
      guard parents.contains(where: { $0.isSame(as: .object(parent)) }) else { continue }
      if parents.count == 1, content.isExact {
        content.append(.object(number))
      } else {
        content.append(contentsOf: ListContent(items: [.object(number)], minimum: 0, rest: nil))
      }
    }
    return content
  }

  private static let collections: Set = [applicationName, "twisted.application.service.MultiService"]

  private mutating func child(of parent: PythonValue, named name: PythonValue) -> PythonValue {
    let unknown = PythonValue.unknown("a service found by its name")
    guard case .object(let number) = parent, let children = children(of: number), children.isExact,
      let symbol = names.find("name")
    else { return unknown }
    let named = children.items.filter {
      object($0)?.attributes[symbol]?.equals(name) != false && object($0)?.attributes[symbol] != nil
    }
    if named.isEmpty {
      fail(.name("KeyError"))
      return unknown
    }
    return .merge(named)
  }

  /// Follows a function that the framework calls with the arguments after it.
  ///
  /// - Parameter isLater: Whether some time passes after the start until then.
  mutating func callBack(
    _ place: Int, _ arguments: PythonArguments, isSure: Bool, isLater: Bool = false, at id: UInt32
  ) {
    guard place < arguments.positional.count else { return }
    let rest = PythonArguments(positional: Array(arguments.positional.dropFirst(place + 1)), named: arguments.named)
    let function = arguments.positional[place]
    let (held, wasLoading, before, wasLater) = (handlers, isLoading, uncaught, self.isLater)
    self.isLater = self.isLater || isLater
    handlers = []
    // What it raises is the reactor's to log.
    isLoading = false
    if isSure { _ = apply(function, rest, at: id) } else { perhaps { _ = $0.apply(function, rest, at: id) } }
    if !isAlive, let lastRaised { resume(lastRaised.state) }
    uncaught = before
    (isLoading, self.isLater) = (wasLoading, wasLater)
    handlers = held
  }

  private mutating func hang(_ child: PythonValue, under parent: PythonValue, at id: UInt32) {
    if case .choice(let values) = child {
      let options = values.prefix(8).filter { if case .none = $0 { false } else { true } }
      if options.count < values.count { mayRaise(.name("AttributeError")) }
      return fork(options.count) { evaluator, index in evaluator.hang(options[index], under: parent, at: id) }
    }
    guard case .object(let number) = child, isAlive else {
      switch child {
      case .unknown(let unknown): noteHidden(unknown.origin, at: id)
      case .name: noteHidden(origin(of: child), at: id)
      default: break
      }
      return
    }
    objects[number].parent = parent
    noteImportedBase(child, at: id)
  }

  /// A class of the program may inherit services from one that is not at hand.
  private mutating func noteImportedBase(_ child: PythonValue, at id: UInt32) {
    if case .object(let number) = child, isAddressed(object: number) { return }
    for name in classNames(of: child)
    where !KnownNames.isTwisted(name) && name != "object" && name.contains(".") && !isDescribed(name) {
      noteHidden("import:\(name)", at: id)
    }
  }

  mutating func noteHidden(_ origin: String, at id: UInt32) { noteUnseen(origin, at: location(id)) }

  mutating func noteUnseen(_ origin: String, at place: SourceLocation) {
    guard isAlive, !findings.isTalkative, !Self.isAddressed(origin) else { return }
    findings.note(
      .portUnknown, "a service is made by code that was not read (\(origin)), so the ports that it opens are not known",
      at: place,
      remedy: "name its ports with --port tcp:NUMBER", about: .port)
  }

  // MARK: The process

  mutating func storeProcess(_ value: PythonValue, as name: String, of process: PythonObject, at id: UInt32) {
    guard ["uid", "gid", "processName"].contains(name), case .object(let number)? = process.arguments.positional.first
    else { return }
    let symbol = symbol(name)
    setAttribute(symbol, of: number, to: value)
    let place = self.symbol("\(name) line")
    setAttribute(place, of: number, to: .integer(line(id)))
  }
}
