import SavedObjects

/// Services, each under its parent.
extension TacWriter {
  /// A service that is still to be written, and the variable of what it belongs to.
  private struct Pending {
    var service: ID
    var parent: String
    var place: String
  }

  mutating func writeChildren(of root: ID, parent: String) {
    var seen: Set<ID> = [root]
    var pending = children(of: root, parent, "services")
    while let next = pending.popLast() {
      guard seen.insert(next.service).inserted, !made.contains(next.service) else { continue }
      let start = mark
      do throws(TacGap) {
        pending += try write(next)
      } catch {
        // What was begun for it would serve nothing.
        goBack(to: start)
        lines.append("")
        todo("a service is left out: \(error.reason)", at: next.place)
      }
    }
  }

  private func children(of service: ID, _ parent: String, _ place: String) -> [Pending] {
    guard let list = graph.attribute(service, "services") else { return [] }
    let ids: [ID] =
      switch graph.nodes[list] {
      case .list(let ids), .tuple(let ids): ids
      // Before Twisted 2.0 a collection could be a dictionary by name.
      case .dictionary(let ids): ids.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      default: []
      }
    // Of a deep place the last steps say enough.
    let near = place.utf8.count > 400 ? "…" + String(place.suffix(300)) : place
    return ids.enumerated().map { Pending(service: $1, parent: parent, place: "\(near)[\($0)]") }.reversed()
  }

  /// Writes a service and returns those within it.
  private mutating func write(_ next: Pending) throws(TacGap) -> [Pending] {
    guard case .instance(let object) = graph.nodes[next.service], let type = graph.name(object.target) else {
      throw TacGap(reason: reason(next.service))
    }
    let name = graph.string(graph.attribute(next.service, "name"))
    if "\(type)" == "twisted.application.service.MultiService" {
      // One without a name only groups: what it holds can stand where it stands.
      guard let name else {
        assign(next.parent, to: next.service)
        return children(of: next.service, next.parent, "\(next.place).services")
      }
      let service = names.module("twisted.application.service")
      let variable = names.variable(for: name)
      lines += ["", "\(variable) = \(service).MultiService()", "\(variable).setName(\(PythonLiteral.text(name)))"]
      lines.append("\(variable).setServiceParent(\(next.parent))")
      assign(variable, to: next.service)
      return children(of: next.service, variable, "\(next.place).services")
    }
    lines.append("")
    building.insert(next.service)
    let isTwisted = type.module == "twisted.application.internet"
    if !isTwisted { building.remove(next.service) }
    let made = try expression(ofService: next.service, of: type, at: next.place)
    building.remove(next.service)
    if name == nil, useCounts[next.service] == 1, variables[next.service] == nil {
      lines.append("\(made).setServiceParent(\(next.parent))")
    } else {
      let variable = variables[next.service] ?? names.variable(for: name ?? type.name)
      if variables[next.service] == nil { lines.append("\(variable) = \(made)") }
      assign(variable, to: next.service)
      if let name, isTwisted { lines.append("\(variable).setName(\(PythonLiteral.text(name)))") }
      lines.append("\(variable).setServiceParent(\(next.parent))")
    }
    return children(of: next.service, variables[next.service] ?? next.parent, "\(next.place).services")
  }

  // MARK: Kinds of services

  /// Services that take what the reactor's methods take.
  static let kinds: Set = [
    "TCPServer", "SSLServer", "UNIXServer", "UDPServer", "MulticastServer", "UNIXDatagramServer", "TCPClient",
    "SSLClient", "UNIXClient", "UDPClient", "UNIXDatagramClient",
  ]

  mutating func expression(
    ofService id: ID, of type: QualifiedName, at place: String
  ) throws(TacGap) -> String {
    if type.module == "twisted.application.internet" {
      switch type.name {
      case let name where Self.kinds.contains(name):
        return try expression(of: type.name, Arguments(self, id), place)
      case "TimerService":
        guard let call = graph.attribute(id, "call"), case .tuple(let parts) = graph.nodes[call], parts.count == 3,
          let step = graph.attribute(id, "step")
        else { throw TacGap(reason: "what the timer calls is not known") }
        let function = try expression(parts[0], "\(place).call[0]")
        let rest = try arguments(parts[1], parts[2], at: "\(place).call")
        return "\(names.module(type.module)).TimerService("
          + ([try expression(step, place), function] + rest).joined(separator: ", ") + ")"
      case "StreamServerEndpointService":
        guard let endpoint = graph.attribute(id, "endpoint"), let factory = graph.attribute(id, "factory") else {
          break
        }
        return try listen(on: description(ofEndpoint: endpoint), with: factory, at: place)
      default: break
      }
    }
    return try expression(id, place)
  }

  /// The arguments of a `listenX` or `connectX` call, by position and by keyword.
  struct Arguments {
    var positional: [ID] = []
    var keywords: [(String, ID)] = []

    init(positional: [ID]) { self.positional = positional }

    init(_ writer: borrowing TacWriter, _ service: ID) {
      if let args = writer.graph.attribute(service, "args"), case .tuple(let ids) = writer.graph.nodes[args] {
        positional = ids
      }
      if let kwargs = writer.graph.attribute(service, "kwargs"), case .dictionary(let ids) = writer.graph.nodes[kwargs]
      {
        for pair in stride(from: 0, to: ids.count - 1, by: 2) {
          if let key = writer.graph.string(ids[pair]) { keywords.append((key, ids[pair + 1])) }
        }
      }
    }

    func value(_ index: Int, _ keyword: String) -> ID? {
      index < positional.count ? positional[index] : keywords.last { $0.0 == keyword }?.1
    }
  }

  mutating func expression(of name: String, _ arguments: Arguments, _ place: String) throws(TacGap) -> String {
    switch name {
    case "TCPServer", "SSLServer", "UNIXServer":
      guard let factory = arguments.value(1, "factory") else { throw TacGap(reason: "it has no factory") }
      if isShell(factory) { return try manhole(factory, description(of: name, arguments)) }
      if let description = try? description(of: name, arguments) {
        return try listen(on: description, with: factory, at: place)
      }
    default: break
    }
    // The classes of `twisted.application.internet` take what the reactor's methods take.
    var parts: [String] = []
    for (index, id) in arguments.positional.enumerated() {
      parts.append(try argument(id, isObject: index > 0, place))
    }
    for (key, id) in arguments.keywords where PythonLiteral.isPlainName(key) {
      parts.append("\(key)=\(try argument(id, isObject: true, place))")
    }
    return "\(names.module("twisted.application.internet")).\(name)(\(parts.joined(separator: ", ")))"
  }

  private mutating func argument(_ id: ID, isObject: Bool, _ place: String) throws(TacGap) -> String {
    if case .instance(let object) = graph.nodes[id], isObject, variables[id] == nil {
      return try variable(for: id, named: graph.name(object.target)?.name ?? "value", place)
    }
    return try expression(id, place)
  }

  private mutating func listen(on description: String, with factory: ID, at place: String) throws(TacGap) -> String {
    let factory = try argument(factory, isObject: true, place)
    return "\(names.module("twisted.application.strports")).service(\(PythonLiteral.text(description)), \(factory))"
  }

  /// A description that `twisted.internet.endpoints.serverFromString` reads.
  private func description(of name: String, _ arguments: Arguments) throws(TacGap) -> String {
    func text(_ index: Int, _ keyword: String) -> String? {
      guard let id = arguments.value(index, keyword) else { return nil }
      if case .integer(let number, _) = graph.nodes[id] { return "\(number)" }
      return graph.string(id)
    }
    guard let first = text(0, name == "UNIXServer" ? "address" : "port") else {
      throw TacGap(reason: "its port is not known")
    }
    var words = [name == "UNIXServer" ? "unix" : name == "SSLServer" ? "ssl" : "tcp", Self.escaped(first)]
    let shift = name == "SSLServer" ? 1 : 0
    if shift == 1 {
      guard let context = arguments.value(2, "contextFactory"),
        case .instance(let object) = graph.nodes[context],
        graph.name(object.target).map({ "\($0)" }) == "twisted.internet.ssl.DefaultOpenSSLContextFactory",
        let key = graph.string(graph.attribute(context, "privateKeyFileName")),
        let certificate = graph.string(graph.attribute(context, "certificateFileName"))
      else { throw TacGap(reason: "its context is of a kind of its own") }
      words += ["privateKey=\(Self.escaped(key))", "certKey=\(Self.escaped(certificate))"]
    }
    if let backlog = text(2 + shift, "backlog"), backlog != "50" { words.append("backlog=\(Self.escaped(backlog))") }
    if name == "UNIXServer" {
      if case .integer(let mode, _)? = arguments.value(3, "mode").map({ graph.nodes[$0] }), mode != 0o666 {
        words.append("mode=\(String(mode, radix: 8))")
      }
    } else if let interface = text(3 + shift, "interface"), !interface.isEmpty {
      // An address of IPv6 has colons, and a transport of its own.
      if interface.contains(":"), shift == 0 { words[0] = "tcp6" }
      words.append("interface=\(Self.escaped(interface))")
    }
    return words.joined(separator: ":")
  }

  private func description(ofEndpoint id: ID) throws(TacGap) -> String {
    guard case .instance(let object) = graph.nodes[id], let type = graph.name(object.target) else {
      throw TacGap(reason: reason(id))
    }
    func text(_ name: String) -> String? {
      guard let id = graph.attribute(id, name) else { return nil }
      if case .integer(let number, _) = graph.nodes[id] { return "\(number)" }
      return graph.string(id)
    }
    switch (type.name, text("_port"), text("_address")) {
    case ("TCP4ServerEndpoint", let port?, _), ("TCP6ServerEndpoint", let port?, _):
      let interface = text("_interface").flatMap { $0.isEmpty || $0 == "::" ? nil : ":interface=\(Self.escaped($0))" }
      return (type.name == "TCP4ServerEndpoint" ? "tcp:" : "tcp6:") + Self.escaped(port) + (interface ?? "")
    case ("UNIXServerEndpoint", _, let address?): return "unix:" + Self.escaped(address)
    default: throw TacGap(reason: "its endpoint is a \(type)")
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing(":", with: "\\:").replacing("=", with: "\\=")
  }

  /// Before Twisted 1.1, ports and connections were lists of arguments.
  mutating func writeFormerPorts() {
    for (key, name) in [
      ("tcpPorts", "TCPServer"), ("ports", "TCPServer"), ("sslPorts", "SSLServer"), ("unixPorts", "UNIXServer"),
      ("udpPorts", "UDPServer"), ("tcpConnectors", "TCPClient"), ("connectors", "TCPClient"),
      ("sslConnectors", "SSLClient"), ("unixConnectors", "UNIXClient"),
    ] {
      guard let list = graph.attribute(graph.root, key), case .list(let entries) = graph.nodes[list] else { continue }
      for (index, entry) in entries.enumerated() {
        guard case .tuple(let ids) = graph.nodes[entry] else { continue }
        let start = mark
        lines.append("")
        do throws(TacGap) {
          let made = try expression(of: name, Arguments(positional: ids), "\(key)[\(index)]")
          lines.append("\(made).setServiceParent(application)")
        } catch {
          goBack(to: start)
          lines.append("")
          todo("a port or connection is left out: \(error.reason)", at: "\(key)[\(index)]")
        }
      }
    }
  }

  // MARK: Manhole

  private func isShell(_ id: ID) -> Bool {
    guard case .instance(let object) = graph.nodes[id] else { return false }
    return graph.name(object.target).map { "\($0)" } == "twisted.manhole.telnet.ShellFactory"
  }

  /// The shell over telnet, which became `twisted.conch.manhole_tap` and takes its users from a file.
  private mutating func manhole(_ factory: ID, _ description: String) throws(TacGap) -> String {
    guard let user = graph.string(graph.attribute(factory, "username")),
      let password = graph.string(graph.attribute(factory, "password")),
      !user.contains(where: { $0 == ":" || $0.isNewline }), !password.contains(where: \.isNewline)
    else { throw TacGap(reason: "the user and the password of its shell are not known") }
    let login = "\(user):\(password)"
    if !logins.contains(login) { logins.append(login) }
    let module = names.module("twisted.conch.manhole_tap")
    return """
      \(module).makeService({
          "telnetPort": \(PythonLiteral.text(description)),
          "sshPort": None,
          "namespace": None,
          "passwd": os.path.join(folder, \(PythonLiteral.text("\(stem).passwd"))),
      })
      """
  }
}
