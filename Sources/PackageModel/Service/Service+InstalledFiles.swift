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
