import ApplicationFacts

/// Something that a service has to answer at, as its package tells.
package struct ExpectedEndpoint: Sendable, Equatable, Hashable {
  package enum Kind: String, Sendable, Equatable { case tcp, tls, udp, unix }

  package var kind: Kind
  /// Where it is asked: the address that it binds, or this machine's own.
  package var address = "127.0.0.1"
  /// 0 for a UNIX socket.
  package var port = 0
  /// Of a UNIX socket.
  package var path = ""
  /// Whether the facts say that it speaks HTTP.
  package var isWeb = false
  /// Whether the facts say that it is a name server (RFC 1035), which answers any question.
  package var isDNS = false

  package init(_ kind: Kind, port: Int) { (self.kind, self.port) = (kind, port) }

  /// - Returns: `nil` for a listener that may not be there, or whose place is not known.
  init?(_ listener: Listener, isWeb: Bool) {
    guard listener.certainty == .sure else { return nil }
    switch listener.transport {
    case .tcp: kind = .tcp
    case .ssl: kind = .tls
    case .udp, .multicast: kind = .udp
    case .unix:
      guard let path = listener.path?.value, path.hasPrefix("/") else { return nil }
      (kind, self.path) = (.unix, path)
      return
    case .unixDatagram, .systemd, .unknown: return nil
    }
    guard let port = listener.port?.value, (1...65_535).contains(port) else { return nil }
    self.port = port
    self.isWeb = isWeb && (kind == .tcp || kind == .tls)
    if let address = listener.interface?.value, !Self.everywhere.contains(address) {
      self.address = address == "::" ? "::1" : address
    }
  }

  private static let everywhere: Set<String> = ["", "0.0.0.0"]

  /// `TCP port 8080`, for messages.
  package var title: String {
    switch kind {
    case .tcp, .udp: "\(kind.rawValue.uppercased()) port \(port)"
    case .tls: "TLS port \(port)"
    case .unix: "UNIX socket \(path)"
    }
  }
}

extension [ExpectedEndpoint] {
  /// What an application listens at.
  init(of application: Application) {
    let streams = application.listeners.filter { [.tcp, .ssl].contains($0.transport) }
    let speaksWeb = application.modules.contains { module in
      module.certainty == .sure && ["twisted.web.server", "twisted.web.tap", "klein"].contains(module.name)
    }
    // Of several ports, the facts do not say which one the site has.
    let isWeb = speaksWeb && streams.count == 1
    let isNameServer = application.modules.contains { module in
      module.certainty == .sure && ["twisted.names.server", "twisted.names.tap"].contains(module.name)
    }
    let datagrams = application.listeners.count { [.udp, .multicast].contains($0.transport) }
    self = application.listeners.compactMap { ExpectedEndpoint($0, isWeb: isWeb) }.map { endpoint in
      var endpoint = endpoint
      endpoint.isDNS = endpoint.kind == .udp && isNameServer && datagrams == 1
      return endpoint
    }
  }
}
