import ApplicationFacts
import SavedObjects
import Diagnostics

/// Walks the tree of services.
extension GraphFacts {
  /// Lists every server, client and timer below a service collection, in the order of the file.
  mutating func findServices(below collection: Node) {
    var isVisited = [Bool](repeating: false, count: graph.count)
    isVisited[Int(collection)] = true
    var pending = [ServiceTree.Pending(node: collection, holder: -1, label: 0)]
    while let next = pending.popLast() {
      guard factCount < Self.factLimit else {
        application.diagnostics.append(
          .warning(
            .factsCut,
            "the file has more than \(Self.factLimit) servers, clients and timers; the others are not listed",
            at: SourceLocation(file: file)))
        return
      }
      let service = next.node
      services.visit(next)
      if service != collection || graph.name(target(service))?.name != "MultiService" { findService(service) }
      guard let list = field(service, "services") else { continue }
      let holder = services.openCollection()
      // Before 2.0 a collection could be a dictionary by name.
      let isDictionary = graph.kind(list) == .dictionary
      let begin = pending.count
      var key = ObjectGraph.unknown
      var hidden: (index: Int, node: Node)?
      // By itself: through `self`, its five arrays would be retained for each of a million elements.
      let graph = graph
      graph.forEachElement(of: list) { index, element in
        if isDictionary && index % 2 == 0 {
          key = element
          return true
        }
        let child = graph.resolved(element)
        let isService = graph.kind(child) == .instance
        if !isService { hidden = hidden ?? (index, child) }
        if isService, !isVisited[Int(child)] {
          isVisited[Int(child)] = true
          let label = isDictionary ? key | GraphPaths.keyFlag : UInt32(truncatingIfNeeded: index)
          pending.append(ServiceTree.Pending(node: child, holder: holder, label: label))
        }
        return true
      }
      pending[begin...].reverse()
      let isList = graph.kind(list).isSequence || isDictionary
      if !isList { hidden = (0, list) }
      if let hidden { warnOfHiddenService(hidden.node, at: joined(isList ? "services[\(hidden.index)]" : "services")) }
    }
  }

  /// A service that is no instance in the file: code makes it, or the file refers to what it does not hold.
  private mutating func warnOfHiddenService(_ node: Node, at path: String) {
    guard hiddenServices < 20 else { return }
    hiddenServices += 1
    application.diagnostics.append(
      .warning(
        .portUnknown, "what a service listens on or connects to is unknown: it is \(reason(node))", at: location(path),
        remedy: "name its ports with --port tcp:NUMBER"
      ).about(.port))
  }

  /// The path of an attribute of the current service.
  func joined(_ attribute: String) -> String {
    let path = services.path(in: graph)
    return path.isEmpty ? attribute : "\(path).\(attribute)"
  }

  private var factCount: Int {
    application.listeners.count + application.clients.count + application.timers.count
  }

  private func target(_ object: Node) -> Node { graph.object(object)?.target ?? ObjectGraph.unknown }

  private mutating func findService(_ service: Node) {
    guard let name = graph.name(target(service)) else { return }
    let isTwisted = name.module == "twisted.application.internet"
    switch name.name {
    case "TimerService": findTimer(service, isTwisted ? .sure : .conditional)
    case "StreamServerEndpointService":
      if let endpoint = field(service, "endpoint") { findServerEndpoint(endpoint, at: joined("endpoint")) }
    case "ClientService" where isTwisted: findClientService(service)
    default:
      // Someone's subclass of a server takes the same arguments, unless it overrides how they are used.
      let certainty: Certainty = isTwisted ? .sure : .conditional
      for (transport, word) in Self.transports {
        if isTwisted ? name.name == "\(word)Server" : name.name.hasSuffix("\(word)Server") {
          findServer(service, over: transport, certainty: certainty)
          return
        }
        if isTwisted ? name.name == "\(word)Client" : name.name.hasSuffix("\(word)Client") {
          findClient(service, over: transport, certainty: certainty)
          return
        }
      }
    }
  }

  /// The longer names first: a UNIXDatagramServer is no UNIXServer.
  private static let transports: [(Listener.Transport, String)] = [
    (.unixDatagram, "UNIXDatagram"), (.unix, "UNIX"), (.tcp, "TCP"), (.ssl, "SSL"), (.udp, "UDP"),
    (.multicast, "Multicast"),
  ]

  /// The argument of a `listenX` or `connectX` call, by position or by keyword.
  private mutating func argument(of service: Node, _ index: Int, or keyword: StaticString) -> (
    node: Node, path: String
  )? {
    if let tuple = field(service, "args"), graph.kind(tuple).isSequence {
      let values = graph.elements(of: tuple, limit: index + 1)
      if values.count > index { return (values[index], joined("args[\(index)]")) }
    }
    if let keywords = field(service, "kwargs"), let found = value(in: keywords, keyword) {
      return (found, joined("kwargs['\(keyword)']"))
    }
    return nil
  }

  private mutating func findServer(_ service: Node, over transport: Listener.Transport, certainty: Certainty) {
    guard field(service, "args") != nil || field(service, "kwargs") != nil else {
      if certainty == .sure {
        application.listeners.append(Listener(transport, certainty: .unknown, at: location(services.path(in: graph))))
      }
      return
    }
    var listener = Listener(transport, certainty: certainty, at: location(services.path(in: graph)))
    switch transport {
    case .unix, .unixDatagram:
      let address = argument(of: service, 0, or: "address")
      listener.path = address.map { textFact($0.node, at: $0.path) }
      let mode = argument(of: service, 3, or: "mode")
      listener.mode = mode.map { integerFact($0.node, at: $0.path) }
    default:
      listener.port = argument(of: service, 0, or: "port").map { integerFact($0.node, at: $0.path) }
      let place = transport == .tcp ? 3 : transport == .ssl ? 4 : 2
      listener.interface = argument(of: service, place, or: "interface").flatMap {
        $0.node == ObjectGraph.none ? nil : textFact($0.node, at: $0.path)
      }
    }
    application.listeners.append(listener)
  }

  private mutating func findClient(_ service: Node, over transport: Listener.Transport, certainty: Certainty) {
    guard field(service, "args") != nil || field(service, "kwargs") != nil else {
      if certainty == .sure {
        application.clients.append(Client(transport, certainty: .unknown, at: location(services.path(in: graph))))
      }
      return
    }
    var client = Client(transport, certainty: certainty, at: location(services.path(in: graph)))
    switch transport {
    case .unix, .unixDatagram:
      client.path = argument(of: service, 0, or: "address").map { textFact($0.node, at: $0.path) }
    default:
      client.host = argument(of: service, 0, or: "host").map { textFact($0.node, at: $0.path) }
      client.port = argument(of: service, 1, or: "port").map { integerFact($0.node, at: $0.path) }
    }
    application.clients.append(client)
  }

  /// `TimerService(step, callable, …)` keeps `step` and `call`, a tuple of the callable and its arguments.
  private mutating func findTimer(_ service: Node, _ certainty: Certainty) {
    var timer = Timer(interval: nil, certainty: certainty, at: location(services.path(in: graph)))
    if let step = field(service, "step") {
      timer.interval = Fact(graph.double(step), at: location(joined("step")))
    }
    if let call = field(service, "call"), let callable = graph.elements(of: call, limit: 1).first {
      timer.callable = callableName(callable)
    }
    application.timers.append(timer)
  }

  /// The dotted name of a function, a class or a method.
  private func callableName(_ node: Node) -> String? {
    if let name = graph.name(node) { return "\(name)" }
    guard let method = graph.method(node), let name = graph.text(graph.resolved(method.name)) else { return nil }
    guard let owner = graph.name(graph.resolved(method.target)) else { return name }
    return "\(owner).\(name)"
  }
}
