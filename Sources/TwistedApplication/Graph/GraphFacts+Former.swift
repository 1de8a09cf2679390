import SavedObjects
import ApplicationFacts
import Diagnostics

/// The graph of Twisted before 1.1 (2001–2003): `twisted.internet.app.Application` holds lists of ports and connectors.
extension GraphFacts {
  mutating func isFormerApplication(_ root: Node) -> Bool {
    guard let object = graph.object(root), let name = graph.name(graph.resolved(object.target)) else { return false }
    if name.name == "Application", name.module == "twisted.internet.app" || name.module == "twisted.internet.main" {
      return true
    }
    return field(root, "tcpPorts") != nil && field(root, "tcpConnectors") != nil
  }

  mutating func findFormerApplication(_ root: Node) {
    application.python = .python2
    if let state = graph.object(root)?.state, graph.kind(graph.resolved(state)) != .dictionary {
      application.diagnostics.append(
        .warning(
          .factsUnknown, "nothing of the application is known: it keeps its state in a form of its own",
          at: location(""),
          remedy: "save it again as a .tap"))
    }
    if let name = field(root, "name"), name != ObjectGraph.none { application.name = textFact(name, at: "name") }
    if let uid = field(root, "uid"), uid != ObjectGraph.none { application.uid = integerFact(uid, at: "uid") }
    if let gid = field(root, "gid"), gid != ObjectGraph.none { application.gid = integerFact(gid, at: "gid") }
    findPorts(in: root, "tcpPorts", .tcp, interface: 3)
    findPorts(in: root, "ports", .tcp, interface: 3)
    findPorts(in: root, "udpPorts", .udp, interface: 2)
    findPorts(in: root, "sslPorts", .ssl, interface: 4)
    findPorts(in: root, "unixPorts", .unix, interface: nil)
    findConnectors(in: root, "tcpConnectors", .tcp)
    findConnectors(in: root, "connectors", .tcp)
    findConnectors(in: root, "sslConnectors", .ssl)
    findConnectors(in: root, "unixConnectors", .unix)
    findConnectors(in: root, "udpConnectors", .udp)
    // What `listenWith` and `connectWith` were given: any class of port with its own arguments.
    for (index, _) in entries(root, "extraPorts") {
      let place = location("extraPorts[\(index)]")
      application.listeners.append(Listener(.unknown, certainty: .unknown, at: place))
    }
    for (index, _) in entries(root, "extraConnectors") {
      let place = location("extraConnectors[\(index)]")
      application.clients.append(Client(.unknown, certainty: .unknown, at: place))
    }
  }

  private mutating func findPorts(
    in root: Node, _ key: StaticString, _ transport: Listener.Transport, interface: Int?
  ) {
    for (index, entry) in entries(root, key) {
      let path = "\(key)[\(index)]"
      let values = graph.elements(of: entry, limit: 5)
      guard let first = values.first else { continue }
      var listener = Listener(transport, at: location(path))
      if transport == .unix {
        listener.path = textFact(first, at: "\(path)[0]")
      } else {
        listener.port = integerFact(first, at: "\(path)[0]")
      }
      if let interface, values.count > interface {
        listener.interface = textFact(values[interface], at: "\(path)[\(interface)]")
      }
      application.listeners.append(listener)
    }
  }

  private mutating func findConnectors(in root: Node, _ key: StaticString, _ transport: Listener.Transport) {
    for (index, entry) in entries(root, key) {
      let path = "\(key)[\(index)]"
      let values = graph.elements(of: entry, limit: 2)
      guard let first = values.first else { continue }
      var client = Client(transport, at: location(path))
      if transport == .unix {
        client.path = textFact(first, at: "\(path)[0]")
      } else {
        client.host = textFact(first, at: "\(path)[0]")
        if values.count > 1 { client.port = integerFact(values[1], at: "\(path)[1]") }
      }
      application.clients.append(client)
    }
  }

  /// The tuples of a list attribute, with their places in it.
  private mutating func entries(_ root: Node, _ key: StaticString) -> [(Int, Node)] {
    guard let list = field(root, key), graph.kind(list) == .list else { return [] }
    var found: [(Int, Node)] = []
    graph.forEachElement(of: list) { index, element in
      let entry = graph.resolved(element)
      if graph.kind(entry).isSequence { found.append((index, entry)) }
      return found.count < Self.factLimit
    }
    return found
  }
}
