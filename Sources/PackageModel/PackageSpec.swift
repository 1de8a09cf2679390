import Diagnostics

/// Everything that has been decided about one package: the value from which every file of it is rendered.
package struct PackageSpec: Sendable, Equatable {
  package var name: PackageName
  package var version: PackageVersion
  /// RPM's release: the version's revision, or 1.
  package var release: String
  package var maintainer: Maintainer
  package var summary: Line
  package var description: Paragraphs
  /// The service that the package is named for.
  package var service: Service
  /// Further services of the same package, each with its own unit, user and folders.
  package var others: [Service] = []
  /// Seconds since 1970 for every date in the package: its files, its changelog and its archive members.
  package var timestamp: Int
  /// Files beside those of the service, sorted by path.
  package var payload: [PackagedFile] = []
  package var relations = Relations()
  /// The Python environment that the services run from; `nil` where it is the distribution's.
  package var bundle: BundledEnvironment?
  package var licence = Licence()
  package var homepage: WebAddress?
  package var repository: RepositoryAddress?
  package var section = Section.usual
  /// The distribution of a Debian archive that it is for; `nil` where nobody says.
  package var distribution: ArchiveName?
  /// The component there; that of the section where nobody says.
  package var component: ArchiveName?
  /// As it was asked for.
  package var chosenCompression: Compression?
  package var changelog = Changelog([])
  /// What the packager should know of the decisions, but need not act on.
  package var notes: [Diagnostic] = []

  package var format: FormatRules { service.format }
  package var services: [Service] { [service] + others }
  package var compression: Compression { chosenCompression ?? format.compression(size) }

  /// The bytes of the application files and of all others, what the templates make of them not counted.
  private var size: Int {
    services.reduce(payload.reduce(0) { $0 + $1.size }) { $0 + ($1.application?.contents.count ?? 0) }
  }

  /// The version in full, as the format's programs write it.
  package var fullVersion: String { format.versions.full(version) }

  /// The architecture that its compiled files are for, in the words of its format; `nil` without any.
  package var compiledFor: String?
  /// The architecture in the words of its format: only compiled files tie a package to one.
  package var architecture: String { compiledFor ?? format.everyArchitecture }

  package init(
    name: PackageName, version: PackageVersion, release: String, maintainer: Maintainer, summary: Line,
    description: Paragraphs, service: Service, timestamp: Int
  ) {
    self.name = name
    self.version = version
    self.release = release
    self.maintainer = maintainer
    self.summary = summary
    self.description = description
    self.service = service
    self.timestamp = timestamp
  }
}
