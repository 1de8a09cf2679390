import Diagnostics
import ApplicationFacts

/// A port on which something listens for sure, as reading tells or the packager says.
package struct ListeningPort: Sendable, Equatable, Hashable {
  package enum Kind: String, Sendable, Equatable { case tcp, udp }

  package let kind: Kind
  package let number: Int

  /// - Parameter text: `tcp:NUMBER`, `udp:NUMBER` or the number of a TCP port.
  package init(option text: String) throws(Failure) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let kind = parts.count == 2 ? Kind(rawValue: String(parts[0])) : .tcp
    let digits = parts.last ?? ""
    guard parts.count < 3, let kind, !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(digits), (1...65535).contains(number)
    else {
      throw Failure.usage(
        .optionValue, "--port takes tcp:NUMBER or udp:NUMBER, not \(quoted(text))", remedy: "try --port tcp:8080")
    }
    (self.kind, self.number) = (kind, number)
  }

  /// Whether only root or `CAP_NET_BIND_SERVICE` may use it.
  var isPrivileged: Bool { number < 1024 }

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
