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
          : "let the application use /run/\(service), "
            + (Self.systemsRunFolders.contains(folder.path)
              ? "or join the owner's group with --group"
              : "join the owner's group with --group, or give "
                + "--unit RuntimeDirectory=\(folder.path.dropFirst("/run/".count)) if nobody else uses it"))
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
    let roots = rootsFolders.map { folder in
      Diagnostic.warning(
        .fileWritten, "the application writes into \(folder.path), where only root may", at: folder.location,
        remedy: Self.wayOut(of: folder.path, for: service))
    }
    let personal = personalPaths.filter { $0.path.split(separator: "/")[1] != account.user.description }.map { place in
      let person = place.path.split(separator: "/")[1]
      return Diagnostic.note(
        .fileForRoot, "\(quoted(place.path)) is in a home folder, which others than \(person) seldom may enter",
        at: place.location, remedy: "let the application use /var/lib/\(service), or give --user \(person)")
    }
    let read = restricted.compactMap { place in
      RestrictedPath(place.path).map { path in
        Diagnostic.warning(
          .fileForRoot, "only root can read \(quoted(place.path)), and the service runs as another user",
          at: place.location, remedy: path.remedy(for: service))
      }
    }
    return (run + roots + elsewhere + builder + beside + read + personal + home).map { $0.about(.file) }
  }

  /// Folders that the system shares among all.
  private static let systemsRunFolders: Set<String> = [
    "/run/credentials", "/run/dbus", "/run/lock", "/run/log", "/run/mount", "/run/network", "/run/systemd", "/run/udev",
    "/run/user",
  ]

  private static func wayOut(of folder: String, for service: PackageName) -> String {
    if folder.hasPrefix("/proc") {
      return "set it with a file in /etc/sysctl.d, which --include FILE:/etc/sysctl.d/ installs"
    }
    if folder.hasPrefix("/sys") { return "let a rule of udev give it to the service's group" }
    return "let it use /var/\(folder == "/var/log" ? "log" : "lib")/\(service)"
  }
}
