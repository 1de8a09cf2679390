import PythonEvaluation
import ApplicationFacts
import Diagnostics

extension Evaluator {
  /// What an endpoint class of `twisted.internet.endpoints` or a function that makes one listens on; `nil` for others.
  mutating func serverEndpoint(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> [Listening]? {
    var listening = Listening(transport: .tcp, line: line(id), file: file, isConditional: !isSure)
    switch name {
    case "twisted.internet.endpoints.TCP4ServerEndpoint", "twisted.internet.endpoints.TCP6ServerEndpoint":
      listening.port = arguments.value(1, "port") ?? .unknown("no port")
      listening.interface =
        arguments.value(3, "interface") ?? (name.hasSuffix("TCP6ServerEndpoint") ? .text("::") : nil)
    case "twisted.internet.endpoints.SSL4ServerEndpoint":
      listening.transport = .ssl
      listening.port = arguments.value(1, "port") ?? .unknown("no port")
      listening.interface = arguments.value(4, "interface")
    case "twisted.internet.endpoints.UNIXServerEndpoint":
      listening.transport = .unix
      listening.path = arguments.value(1, "address") ?? .unknown("no address")
      listening.mode = arguments.value(3, "mode")
    case "twisted.internet.endpoints.AdoptedStreamServerEndpoint":
      listening.transport = .systemd
    case "twisted.internet.endpoints.serverFromString":
      return self.listening(describedBy: arguments.value(1, "description") ?? .unknown("no description"), at: id)
    case "twisted.protocols.haproxy.proxyEndpoint":
      return endpoint(arguments.value(0, "wrappedEndpoint"), at: id)
    default: return nil
    }
    return [listening]
  }

  /// What the endpoint that a service is given listens on.
  mutating func endpoint(_ value: PythonValue?, at id: UInt32) -> [Listening] {
    switch value {
    case .object(let number)? where !objects[number].listening.isEmpty: return objects[number].listening
    case .choice(let values)?: return values.flatMap { endpoint($0, at: id) }
    case .object(let number)?
    where classNames(of: .object(number)).contains { $0.hasPrefix("twisted.internet.endpoints.") }:
      return []
    case .none?: return []
    default:
      var listening = Listening(transport: .unknown, line: line(id), file: file, isConditional: !isSure)
      listening.port = .unknown(value.map { origin(of: $0) } ?? "no endpoint")
      return [listening]
    }
  }

  /// What an endpoint description asks for; what is unknown of it stays unknown.
  mutating func listening(describedBy value: PythonValue, at id: UInt32) -> [Listening] {
    var listening = Listening(transport: .unknown, line: line(id), file: file, isConditional: !isSure)
    switch value {
    case .choice(let values):
      return values.flatMap { self.listening(describedBy: $0, at: id) }.map {
        var listening = $0
        listening.isConditional = true
        return listening
      }
    case .integer: listening.transport = .tcp; listening.port = value
    case .text(let text) where !beginsWithHole(text):
      if !MarkedText.hasHole(text), let (exception, said) = Self.complaint(ofDescription: text) {
        fail(.name(exception), said, inStub: true)
        guard isAlive else { return [] }
      }
      guard let endpoint = ServerEndpoint(parsing: text) else { return [] }
      listening.transport = endpoint.transport
      if endpoint.isBare { listening.bareDescription = endpoint.port }
      listening.port = endpoint.port.map { number($0, radix: 10) }
      listening.interface = endpoint.interface.map { .text($0) }
      listening.path = endpoint.path.map { .text($0) }
      listening.mode = endpoint.mode.map { number($0, radix: 8) }
      // What a hole stands for may be anything.
      if !MarkedText.hasHole(text) { listening.socket = endpoint.socket }
      if endpoint.transport == .unknown { listening.port = .unknown("an endpoint of another kind") }
      if endpoint.transport == .tcp || endpoint.transport == .ssl, endpoint.port == nil { return [] }
      if let key = endpoint.privateKey { addPath(.text(key), .privateKey, at: id) }
      if let certificate = endpoint.certificate { addPath(.text(certificate), .certificate, at: id) }
    default:
      let (origin, fallback) = unknownText(value)
      listening.port = .unknown(origin)
      guard let fallback, let endpoint = ServerEndpoint(parsing: fallback), endpoint.transport != .unknown,
        endpoint.port != nil || endpoint.path != nil || endpoint.transport == .systemd
      else { break }
      listening.transport = endpoint.transport
      listening.port = endpoint.port.map { .unknown(origin, fallback: number($0, radix: 10)) }
      listening.interface = endpoint.interface.map { .unknown(origin, fallback: .text($0)) }
      listening.path = endpoint.path.map { .unknown(origin, fallback: .text($0)) }
    }
    return [listening]
  }

  /// What Twisted says of a description that it surely takes for none; nil where it or some plugin may take it.
  private static func complaint(ofDescription text: String) -> (exception: String, said: String)? {
    guard let name = EndpointDescription(text)?.name, text.contains(":") else { return nil }
    let kinds = ["tcp", "tcp6", "ssl", "unix", "systemd"]
    guard kinds.contains(name.lowercased()) else {
      guard let near = Spelling.meant(by: name, among: kinds) else { return nil }
      return ("ValueError", "Unknown endpoint type: '\(name)'; did you mean \(near)?")
    }
    guard let endpoint = ServerEndpoint(parsing: text), [.tcp, .ssl].contains(endpoint.transport) else { return nil }
    guard let port = endpoint.port else { return ("TypeError", "the description \"\(text)\" has no port") }
    return Int(port.filter { !$0.isWhitespace }) == nil
      ? ("ValueError", "invalid literal for int() with base 10: '\(port)'") : nil
  }

  private func beginsWithHole(_ text: String) -> Bool {
    text.unicodeScalars.first.map { MarkedText.holeIndex($0) != nil } ?? false
  }

  /// Where unknown text comes from, and how it reads with all its defaults.
  func unknownText(_ value: PythonValue) -> (origin: String, fallback: String?) {
    switch value {
    case .text(let text): return (origin(of: value), substituted(text))
    case .unknown(let unknown):
      if case .text(let text)? = unknown.fallback { return (unknown.origin, substituted(text)) }
      if case .integer(let number)? = unknown.fallback { return (unknown.origin, String(number)) }
      return (unknown.origin, nil)
    default: return (origin(of: value), nil)
    }
  }

  // MARK: Clients

  /// Notes the connection that a client endpoint stands for; false for other names.
  mutating func clientEndpoint(_ name: String, _ arguments: PythonArguments, at id: UInt32) -> Bool {
    var connection = Findings.Connection(transport: .tcp, isConditional: !isSure, location: location(id))
    switch name {
    case "twisted.internet.endpoints.TCP4ClientEndpoint", "twisted.internet.endpoints.TCP6ClientEndpoint",
      "twisted.internet.endpoints.HostnameEndpoint", "twisted.internet.endpoints.SSL4ClientEndpoint":
      connection.transport = name.hasSuffix("SSL4ClientEndpoint") ? .ssl : .tcp
      connection.host = arguments.value(1, "host")
      connection.port = arguments.value(2, "port")
    case "twisted.internet.endpoints.UNIXClientEndpoint":
      connection.transport = .unix
      connection.path = arguments.value(1, "path")
    case "twisted.internet.endpoints.clientFromString":
      let description = arguments.value(1, "description") ?? .unknown("no description")
      guard case .text(let text) = description, let endpoint = ClientEndpoint(parsing: text) else {
        connection.transport = .unknown
        connection.host = .unknown(unknownText(description).origin)
        break
      }
      connection.transport = endpoint.transport
      connection.host = endpoint.host.map { .text($0) }
      connection.port = endpoint.port.map { number($0, radix: 10) }
      connection.path = endpoint.path.map { .text($0) }
    default: return false
    }
    add(connection)
    return true
  }
}
