/// What a client endpoint description connects to; values are text, as written.
package struct ClientEndpoint: Sendable, Equatable {
  package var transport: Listener.Transport
  package var host: String?
  package var port: String?
  package var path: String?

  package init(_ transport: Listener.Transport) { self.transport = transport }

  /// `nil` when the text is no description.
  package init?(parsing text: String) {
    guard let description = EndpointDescription(text) else { return nil }
    switch description.name.lowercased() {
    case "tcp", "ssl", "tls":
      transport = description.name.lowercased() == "tcp" ? .tcp : .ssl
      if let host = description.named["host"] {
        self.host = host
        port = description.argument("port", 0)
      } else {
        host = description.argument("host", 0)
        port = description.argument("port", 1)
      }
    case "unix":
      transport = .unix
      path = description.argument("path", 0) ?? description.named["address"]
    default:
      transport = .unknown
    }
  }
}
