/// A file of a service or of the package itself that is installed, whatever the format: packages, their sources and lists
/// are made from these, and nothing else may stand where they do.
package struct InstalledFile: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case application, unit, socket, initScript, environment, account
    case copyright, changelog, news
  }

  package let kind: Kind
  /// Its place on the target.
  package let path: String
  /// Permission bits on the target.
  package var mode: UInt32 = 0o644
  /// Whether only root and the service's group may read it.
  package var isPrivate = false
  /// Whether this package has it; another version of the package may, so its place is kept free.
  package var isInstalled = true

  /// Whether the administrator may change it, so that upgrades keep what they find.
  package var isConfiguration: Bool { kind == .application || kind == .environment }

  /// Why it goes in.
  package var reason: String {
    switch kind {
    case .application: "the application file"
    case .unit: "the unit"
    case .socket: "the unit of its socket"
    case .initScript: "the init script"
    case .environment: "the environment of the service"
    case .account: "the account"
    case .copyright, .changelog, .news: "the package's documentation"
    }
  }
}
