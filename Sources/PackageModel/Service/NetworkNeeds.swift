import TwistedApplication

/// What a service needs of the network, as its application file tells.
package struct NetworkNeeds: Sendable, Equatable {
  /// It listens on a port below 1024, which only root or `CAP_NET_BIND_SERVICE` may (capabilities(7)).
  package var bindsPrivilegedPort: Bool
  /// It binds an address that must be configured before it starts (systemd's NETWORK_ONLINE rules).
  package var bindsAddress: Bool

  package init(bindsPrivilegedPort: Bool, bindsAddress: Bool) {
    self.bindsPrivilegedPort = bindsPrivilegedPort
    self.bindsAddress = bindsAddress
  }

  /// What nothing is known of gets nothing.
  package static let none = Self(bindsPrivilegedPort: false, bindsAddress: false)

  package init(of application: Application) {
    bindsPrivilegedPort = application.listeners.contains { listener in
      listener.port?.likely.map { (1..<1024).contains($0) } ?? false
    }
    bindsAddress = application.listeners.contains { listener in
      guard let address = listener.interface?.likely else { return false }
      return !Self.alwaysThere.contains(address) && !address.hasPrefix("127.")
    }
  }

  private static let alwaysThere: Set<String> = ["", "0.0.0.0", "::", "::0", "::1", "localhost"]
}
