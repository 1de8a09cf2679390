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

extension Service {
  /// The files that are installed for it.
  package var installedFiles: [InstalledFile] { places.filter(\.isInstalled) }

  /// Every place that is its own.
  var places: [InstalledFile] {
    var files: [InstalledFile] = []
    if let application, let path = command.applicationPath {
      files.append(
        InstalledFile(kind: .application, path: path, mode: application.mode, isPrivate: application.isPrivate))
    }
    return files + [
      InstalledFile(kind: .unit, path: unitPath),
      InstalledFile(
        kind: .unit, path: "/usr/lib/systemd/system/\(name)\(options.hasInstances ? "" : "@").service",
        isInstalled: false),
      InstalledFile(kind: .socket, path: socketUnitPath, isInstalled: !options.sockets.isEmpty),
      InstalledFile(kind: .initScript, path: initScriptPath, mode: 0o755, isInstalled: hasInitScript),
      InstalledFile(
        kind: .environment, path: environmentPath, mode: environmentMode, isPrivate: hasSecretEnvironment),
      InstalledFile(kind: .account, path: sysusersPath, isInstalled: account.isMade),
    ]
  }
}

extension PackageSpec {
  /// The files that are installed for the services and the package itself.
  package var installedFiles: [InstalledFile] { services.flatMap(\.installedFiles) + documents }

  /// The package's documentation.
  package var documents: [InstalledFile] { documentPlaces.filter(\.isInstalled) }

  private var documentPlaces: [InstalledFile] {
    let (folder, ending) = ("/usr/share/doc/\(name)", format.packsDocuments ? ".gz" : "")
    // Debian Policy 12.7: a package whose packaging has no version of its own has a changelog, others Debian's too.
    let changelogs = [("changelog", !version.hasRevision), ("changelog.Debian", version.hasRevision)].map {
      InstalledFile(
        kind: .changelog, path: "\(folder)/\($0).gz", isInstalled: format.packsDocuments && $1)
    }
    return changelogs + [
      InstalledFile(kind: .copyright, path: "\(folder)/copyright"),
      InstalledFile(kind: .news, path: "\(folder)/NEWS\(ending)", isInstalled: changelog.isNews),
    ]
  }

  /// The places at which nothing else may be installed.
  var ownPlaces: [InstalledFile] { services.flatMap(\.places) + documentPlaces }
}
