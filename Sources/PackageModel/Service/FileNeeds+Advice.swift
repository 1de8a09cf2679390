import Diagnostics

extension FileNeeds {
  /// What the packager should know of paths that the package does not see to, each with a way out.
  package func advice(for service: PackageName) -> [Diagnostic] {
    let run = foreignRunFolders.map { folder in
      Diagnostic.warning(
        folder.path == "/run"
          ? "the application makes a file in /run, where only root may"
          : "\(folder.path) is not this service's, so the package does not make it and leaves its owner as it is",
        at: folder.location,
        remedy: folder.path == "/run"
          ? "let the application use /run/\(service)"
          : "let the application use /run/\(service), or join the owner's group with --group")
    }
    let elsewhere = foreignFolders.map { folder in
      Diagnostic.note(
        "the application writes into \(folder.path), which the package does not make", at: folder.location,
        remedy: "let it use /var/lib/\(service), or make the folder with --postinst")
    }
    let builder = builderPaths.map { place in
      Diagnostic.warning(
        "\(quoted(place.path)) is in the folder that is packaged, and on the target nothing is there",
        at: place.location, remedy: "name it by a relative path, which starts from /var/lib/\(service)")
    }
    let beside = besidePaths.map { place in
      Diagnostic.warning(
        "the application writes \(quoted(place.path)) beside its own file, where the service may not",
        at: place.location, remedy: "name it by a relative path, which starts from /var/lib/\(service)")
    }
    return run + elsewhere + builder + beside
  }
}
