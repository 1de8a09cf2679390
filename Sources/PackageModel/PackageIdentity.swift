/// How the packager names and describes a package; what is `nil` follows from the application.
package struct PackageIdentity: Sendable, Equatable {
  /// The protocol that the service speaks, for the package's name and description.
  package var protocolName: String?
  package var packageName: String?
  package var maintainer: String?
  /// What the package is, in one line.
  package var summary: String?
  /// What the package is, at length.
  package var description: String?

  package init() {}
}
