/// What a server endpoint description asks for. Values are text, as written; whoever knows where they come from makes
/// facts of them.
package struct ServerEndpoint: Sendable, Equatable {
  package var transport: Listener.Transport
  package var port: String?
  package var interface: String?
  package var path: String?
  /// Octal digits.
  package var mode: String?
  package var privateKey: String?
  package var certificate: String?
  /// Which of the sockets that systemd hands over.
  package var socket: SystemdSocket?
  /// Whether the description is a port alone, which today's Twisted refuses.
  package var isBare = false

  package init(_ transport: Listener.Transport) { self.transport = transport }

  /// Wrappers around wrappers, beyond which the kind is unknown.
  private static let nestingLimit = 4

  /// `nil` for endpoints that listen on nothing (`stdio`).
  package init?(_ description: EndpointDescription) { self.init(description, level: 0) }

  /// `nil` also when the text is no description at all.
  package init?(parsing text: String) {
    guard let description = EndpointDescription(text) else { return nil }
    self.init(description)
  }

  private init?(_ description: EndpointDescription, level: Int) {
    switch description.name.lowercased() {
    case "tcp":
      transport = .tcp
      port = description.argument("port", 0)
      interface = description.argument("interface", 1)
    case "tcp6":
      transport = .tcp
      port = description.argument("port", 0)
      interface = description.named["interface"] ?? description.argument("interface", 2) ?? "::"
    case "ssl":
      transport = .ssl
      port = description.argument("port", 0)
      privateKey = description.argument("privateKey", 1) ?? "server.pem"
      certificate = description.argument("certKey", 2) ?? privateKey
      interface = description.argument("interface", 4)
    case "unix":
      transport = .unix
      path = description.argument("address", 0)
      mode = description.argument("mode", 1)
    case "systemd":
      transport = .systemd
      socket = SystemdSocket(
        index: description.argument("index", 1).flatMap { Int($0) }, name: description.argument("name", 2))
    case "stdio":
      return nil
    case "haproxy" where level < Self.nestingLimit && !description.positional.isEmpty:
      var inner = description
      inner.name = inner.positional.removeFirst()
      guard let wrapped = ServerEndpoint(inner, level: level + 1) else { return nil }
      self = wrapped
    case "autobahn" where level < Self.nestingLimit:
      // Autobahn: a whole description, escaped, then the options of the web socket.
      guard let text = description.argument("wrapped", 0), let inner = EndpointDescription(text),
        let wrapped = ServerEndpoint(inner, level: level + 1)
      else {
        transport = .unknown
        return
      }
      self = wrapped
    case let name
    where !name.isEmpty && name.allSatisfy { $0.isASCII && $0.isNumber } && description.positional.isEmpty:
      // A bare port, which `strports` took for TCP until Twisted 10.2 deprecated it; later versions refuse it.
      transport = .tcp
      isBare = true
      port = name
      interface = description.named["interface"]
    default:
      // Provided by a plugin (`le:`, `onion:`, `txsni:`), whose syntax is its own.
      transport = .unknown
    }
  }
}
