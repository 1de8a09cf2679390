import TwistedApplication

/// A port on which something listens for sure.
package struct ListeningPort: Sendable, Equatable, Hashable {
  package enum Kind: String, Sendable, Equatable { case tcp, udp }

  package let kind: Kind
  package let number: Int

  /// - Returns: `nil` for a listener that may not be there, has no port, or whose port is not known or chosen by the kernel.
  init?(_ listener: Listener) {
    guard listener.certainty == .sure, let number = listener.port?.value, (1...65535).contains(number) else {
      return nil
    }
    switch listener.transport {
    case .tcp, .ssl: kind = .tcp
    case .udp, .multicast: kind = .udp
    case .unix, .unixDatagram, .systemd, .unknown: return nil
    }
    self.number = number
  }

  var order: (String, Int) { (kind.rawValue, number) }
}
