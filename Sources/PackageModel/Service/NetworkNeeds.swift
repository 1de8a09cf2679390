import Diagnostics
import TwistedApplication

/// What a service needs of the network, as its application file tells.
package struct NetworkNeeds: Sendable, Equatable {
  /// It listens on a port below 1024, which only root or `CAP_NET_BIND_SERVICE` may (capabilities(7)).
  package var bindsPrivilegedPort = false
  /// It binds an address that must be configured before it starts (systemd's NETWORK_ONLINE rules).
  package var bindsAddress = false
  /// It may talk IP; `false` only where everything it does is known to be local.
  package var usesInternet = true

  /// On how many TCP ports it surely listens once it has started.
  package var ports = 0

  /// Where it surely takes a socket that systemd opened.
  package private(set) var inheritedSocket: SourceLocation?
  /// Where it opens a port, if it is known to take no socket of systemd's.
  package private(set) var ownSocket: SourceLocation?
  /// The ports that it surely listens on, in order and once each.
  package private(set) var listening: [ListeningPort] = []

  /// What lets a service listen on ports below 1024.
  static let lowPorts = "CAP_NET_BIND_SERVICE"

  package init() {}

  package init(of application: Application) {
    bindsPrivilegedPort = application.listeners.contains { listener in
      listener.port?.likely.map { (1..<1024).contains($0) } ?? false
    }
    bindsAddress = application.listeners.contains { listener in
      guard let address = listener.interface?.likely else { return false }
      return !Self.alwaysThere.contains(address) && !address.hasPrefix("127.")
    }
    usesInternet = !Self.isKnownLocal(application)
    inheritedSocket = application.listeners.first { $0.transport == .systemd && $0.certainty == .sure }?.location
    if application.listeners.allSatisfy({ ![.systemd, .unknown].contains($0.transport) }) {
      ownSocket = application.listeners.first?.location
    }
    let sure = application.listeners.filter { $0.certainty == .sure && [.tcp, .ssl].contains($0.transport) }
    // The administrator may give a plugin other options, so of its ports one is enough.
    ports = application.format == .plugin ? min(sure.count, 1) : sure.count
    listening = Set(application.listeners.compactMap(ListeningPort.init)).sorted { $0.order < $1.order }
  }

  /// Only sockets of this machine, and no module in which anything else could hide.
  private static func isKnownLocal(_ application: Application) -> Bool {
    let local: Set<Listener.Transport> = [.unix, .unixDatagram]
    return !application.listeners.isEmpty
      && application.listeners.allSatisfy { local.contains($0.transport) }
      && application.clients.allSatisfy { local.contains($0.transport) }
      && application.modules.allSatisfy { module in
        module.kind == .twisted
          && (module.name.hasPrefix("twisted.application") || module.name.hasPrefix("twisted.protocols")
            || module.name == "twisted.internet.protocol" || module.name == "twisted.internet.endpoints")
      }
  }

  private static let alwaysThere: Set<String> = ["", "0.0.0.0", "::", "::0", "::1", "localhost"]
}

extension NetworkNeeds {
  /// A socket of systemd's is there when the unit has one, and the application takes it or fails (systemd.socket(5)).
  ///
  /// - Throws: A usage failure where the two do not fit.
  func check(socket: SocketAddress?) throws(Failure) {
    if socket == nil, let inheritedSocket {
      throw Failure(
        .usage, "the application takes a socket that systemd opens, and the unit has none", at: inheritedSocket,
        remedy: "give --socket PORT")
    }
    if let socket, let ownSocket {
      throw Failure(
        .usage, "the application opens its ports itself, so nothing would answer at --socket \(socket)", at: ownSocket,
        remedy: "leave out --socket, or have it listen at systemd:domain=INET:index=0")
    }
  }
}
