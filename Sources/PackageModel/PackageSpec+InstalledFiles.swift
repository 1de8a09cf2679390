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
