import Diagnostics
import ApplicationFacts

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

  /// The sockets that it takes from systemd.
  package private(set) var inherited: [InheritedSocket] = []
  /// The administrator may give it other options, so of its ports one is enough to count as started.
  private var isPlugin = false
  /// It may listen in ways that are not known.
  private var opensUnknown = false
  /// Where it opens a port, if it is known to take no socket of systemd's.
  package private(set) var ownSocket: SourceLocation?
  /// The ports that it surely listens on, in order and once each.
  package private(set) var listening: [ListeningPort] = []
  /// Those among them that the packager names.
  package private(set) var named: [ListeningPort] = []

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
    inherited = application.listeners.filter { $0.transport == .systemd }.map(InheritedSocket.init)
    opensUnknown = application.listeners.contains { $0.transport == .unknown }
    if application.listeners.allSatisfy({ ![.systemd, .unknown].contains($0.transport) }) {
      ownSocket = application.listeners.first?.location
    }
    ports = application.listeners.count { $0.certainty == .sure && [.tcp, .ssl].contains($0.transport) }
    isPlugin = [.plugin, .program].contains(application.format)
    if isPlugin { ports = min(ports, 1) }
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

/// A socket that an application takes from systemd, or may.
package struct InheritedSocket: Sendable, Equatable {
  package let socket: SystemdSocket?
  package let isSure: Bool
  package let location: SourceLocation

  fileprivate init(_ listener: Listener) {
    (socket, isSure, location) = (listener.socket, listener.certainty == .sure, listener.location)
  }
}

extension NetworkNeeds {
  /// The name by which the application asks for its socket (systemd.socket(5), `FileDescriptorName=`).
  package var socketName: String? { inherited.lazy.compactMap(\.socket?.name).first }

  /// Takes over the ports that the packager names: reading need not know them.
  mutating func take(ports named: [ListeningPort]) {
    self.named = named
    listening = Set(listening + named).sorted { $0.order < $1.order }
    let count = listening.count { $0.kind == .tcp }
    ports = max(ports, isPlugin ? min(count, 1) : count)
    if named.contains(where: \.isPrivileged) { bindsPrivilegedPort = true }
  }

  /// A socket of systemd's is there when the unit has one, and the application takes it or fails (systemd.socket(5)).
  ///
  /// - Throws: A usage failure where the two do not fit.
  func take(sockets: [SocketAddress]) throws(Failure) {
    let sure = inherited.filter(\.isSure)
    guard let first = sockets.first else {
      guard let place = sure.first else { return }
      throw Failure.usage(
        .socket, "the application takes a socket that systemd opens, and the unit has none", at: place.location,
        remedy: "give --socket PORT\(sure.count > 1 ? " for each, in their order" : "")")
    }
    if let ownSocket {
      throw Failure.usage(
        .socket, "the application opens its ports itself, so nothing would answer at --socket \(first)", at: ownSocket,
        remedy: "leave out --socket, or have it listen at systemd:domain=INET:index=0")
    }
    if let last = sure.max(by: { $0.index < $1.index }), last.index >= sockets.count {
      throw Failure.usage(
        .socket,
        "the application takes socket \(last.index) of systemd's, counted from 0, and the unit has \(sockets.count)",
        at: last.location, remedy: "give --socket \(last.index + 1) times, in their order")
    }
    try checkNames(sockets)
    // What is not read may take any of them.
    let isKnown = !opensUnknown && inherited.allSatisfy { $0.socket?.index != nil || $0.socket?.name != nil }
    let wanted = inherited.map(\.index).max().map { $0 + 1 } ?? 0
    if isKnown, !inherited.isEmpty, sockets.count > wanted {
      throw Failure.usage(
        .socket, "nothing would answer at --socket \(sockets[wanted])", at: inherited.last?.location,
        remedy: "leave it out; the application takes \(wanted) of systemd's sockets")
    }
  }

  /// All sockets of a unit have one name, and Twisted knows one socket by a name.
  private func checkNames(_ sockets: [SocketAddress]) throws(Failure) {
    let named = inherited.filter { $0.socket?.name != nil }
    guard let first = named.first, let name = first.socket?.name else { return }
    if let other = named.first(where: { $0.socket?.name != name }) {
      throw Failure.usage(
        .socket, "the application asks for sockets of several names, and all sockets of a unit have one",
        at: other.location, remedy: "ask for them by index=0, index=1 and so on")
    }
    guard sockets.count == 1 else {
      throw Failure.usage(
        .socket, "the application asks for its socket by name, and \(sockets.count) sockets would have that name",
        at: first.location, remedy: "give --socket once, or ask for them by index=0, index=1 and so on")
    }
    guard (1...255).contains(name.utf8.count), name.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x3A }) else {
      throw Failure.usage(
        .socket, "systemd gives no socket the name \(quoted(name))", at: first.location,
        remedy: "use letters and digits")
    }
  }
}

extension InheritedSocket {
  /// The place that it has among the unit's sockets.
  fileprivate var index: Int { max(0, socket?.index ?? 0) }
}
