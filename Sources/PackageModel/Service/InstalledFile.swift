/// A file that is installed for a service, whatever the format.
package struct InstalledFile: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case application, unit, socket, initScript, environment, account
  }

  package let kind: Kind
  /// Its place on the target.
  package let path: String
  /// Permission bits on the target.
  package var mode: UInt32 = 0o644
  /// Whether only root and the service's group may read it.
  package var isPrivate = false

  /// Whether the administrator may change it, so that upgrades keep what they find.
  package var isConfiguration: Bool { kind == .application || kind == .environment }

  /// Why it goes in.
  package var reason: String {
    switch kind {
    case .application: "the application file"
    case .unit: "the unit"
    case .socket: "the unit of its socket"
    case .initScript: "the init script"
    case .environment: "the environment of both"
    case .account: "the account"
    }
  }
}

extension Service {
  /// The files that are installed for it: what packages, their sources and their lists are made from.
  package var installedFiles: [InstalledFile] {
    var files: [InstalledFile] = []
    if let application, let path = command.applicationPath {
      files.append(
        InstalledFile(kind: .application, path: path, mode: application.mode, isPrivate: application.isPrivate))
    }
    files.append(InstalledFile(kind: .unit, path: unitPath))
    if !options.sockets.isEmpty { files.append(InstalledFile(kind: .socket, path: socketUnitPath)) }
    if hasInitScript { files.append(InstalledFile(kind: .initScript, path: initScriptPath, mode: 0o755)) }
    files.append(
      InstalledFile(
        kind: .environment, path: environmentPath, mode: environmentMode, isPrivate: hasSecretEnvironment))
    if account.isMade { files.append(InstalledFile(kind: .account, path: sysusersPath)) }
    return files
  }
}
