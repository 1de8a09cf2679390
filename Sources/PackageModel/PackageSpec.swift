import Diagnostics
import TwistedApplication

/// Everything that has been decided about one package: the value from which every file of it is rendered.
package struct PackageSpec: Sendable, Equatable {
  package var name: PackageName
  package var version: PackageVersion
  /// RPM's release: the version's revision, or 1.
  package var release: String
  package var maintainer: Maintainer
  package var summary: Line
  package var description: Paragraphs
  package var service: Service
  /// `nil` when a plugin is the service.
  package var application: ApplicationFile?
  /// Seconds since 1970 for every date in the package: its files, its changelog and its archive members.
  package var timestamp: Int
  /// Files beside those of the service, sorted by path.
  package var payload: [PackagedFile] = []
  package var relations = Relations()
  package var licence = Licence()
  package var changelog: Changelog

  package var family: PackageFamily { service.family }

  package init(
    name: PackageName, version: PackageVersion, release: String, maintainer: Maintainer, summary: Line,
    description: Paragraphs, service: Service, application: ApplicationFile?, timestamp: Int
  ) {
    self.name = name
    self.version = version
    self.release = release
    self.maintainer = maintainer
    self.summary = summary
    self.description = description
    self.service = service
    self.application = application
    self.timestamp = timestamp
    changelog = Changelog([
      Changelog.Entry(
        version: version.description, timestamp: timestamp, author: maintainer.description,
        changes: ["Created by \(service.family == .debian ? "tap2deb" : "tap2rpm")."])
    ])
  }
}

/// The application file as it goes into the package.
package struct ApplicationFile: Sendable, Equatable {
  /// The name under which it is installed.
  package var name: String
  package var contents: [UInt8]

  package init(name: String, contents: [UInt8]) {
    self.name = name
    self.contents = contents
  }
}
