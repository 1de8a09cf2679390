import Diagnostics

extension FileNeeds {
  /// What the packager should know of paths that the package does not see to, each with a way out.
  ///
  /// - Parameters:
  ///   - given: Folders in /run that the packager gives to the service.
  ///   - account: Whom the service runs as.
  package func advice(for service: PackageName, as account: ServiceAccount, given: [String] = []) -> [Diagnostic] {
    let home = homePaths.map { place in
      Diagnostic.note(
        .fileMissing,
        account.isMade
          ? "the application reads \(quoted("~/" + place.path)), and the service's home folder is /var/lib/\(service)"
          : "the application reads \(quoted("~/" + place.path)), in the home folder of \(account.user)",
        at: place.location,
        remedy: account.isMade
          ? "lay it there with --state FILE:\(place.path), or when the package is installed"
          : "put it there when the package is installed")
    }
    let run = foreignRunFolders.filter { !given.contains(String($0.path.dropFirst("/run/".count))) }.map { folder in
      Diagnostic.warning(
        .fileWritten,
        folder.path == "/run"
          ? "the application makes a file in /run, where only root may"
          : "\(folder.path) is not this service's, so the package does not make it and leaves its owner as it is",
        at: folder.location,
        remedy: folder.path == "/run"
          ? "let the application use /run/\(service)"
          : "let the application use /run/\(service), join the owner's group with --group, or give "
            + "--unit RuntimeDirectory=\(folder.path.dropFirst("/run/".count)) if nobody else uses it")
    }
    let elsewhere = foreignFolders.map { folder in
      Diagnostic.note(
        .fileWritten, "the application writes into \(folder.path), which the package does not make",
        at: folder.location,
        remedy: "let it use /var/lib/\(service), or make the folder with --postinst")
    }
    let builder = builderPaths.map { place in
      Diagnostic.warning(
        .fileOfBuilder, "\(quoted(place.path)) is a path of this machine, and the target has nothing there",
        at: place.location, remedy: "name it by a relative path, which starts from /var/lib/\(service)")
    }
    let beside = besidePaths.map { place in
      Diagnostic.warning(
        .fileWritten, "the application writes \(quoted(place.path)) beside its own file, where the service may not",
        at: place.location, remedy: "name it by a relative path, which starts from /var/lib/\(service)")
    }
    let keys = rootsKeys.map { place in
      Diagnostic.warning(
        .fileForRoot, "only root can read \(quoted(place.path)), and the service runs as another user",
        at: place.location,
        remedy: place.path.hasPrefix("/etc/ssl/")
          ? "give --unit SupplementaryGroups=ssl-cert, or have a copy in /etc/\(service) that its group can read"
          : "let the application read /etc/\(service)/\(place.path.split(separator: "/").last ?? "key.pem"), and have a "
            + "deploy hook of certbot(1) install a copy there that the service's group can read")
    }
    return (run + elsewhere + builder + beside + keys + home).map { $0.about(.file) }
  }
}
