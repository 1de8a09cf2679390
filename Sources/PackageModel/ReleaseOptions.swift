/// What the packager says of one release: how it is numbered, licensed, described and packed.
package struct ReleaseOptions: Sendable, Equatable {
  /// Where a version or a history comes from.
  package enum Origin: Sendable, Equatable {
    /// The repository that the application file is in.
    case git
    /// The version itself, or the history's file.
    case named(String)

    package init(option text: String) { self = text == "git" ? .git : .named(text) }
  }

  package var version: Origin?
  /// The packaging's own version.
  package var revision: String?
  package var changelog: Origin?
  /// An SPDX expression.
  package var licence: String?
  package var copyright: String?
  package var homepage: String?
  /// Where the project says that its repository is.
  package var repository: String?
  /// Of Debian's archive.
  package var section: String?
  /// What the release is for, in the words of a Debian archive.
  package var distribution: String?
  package var component: String?
  package var compression: Compression?
  /// Whether the version tells what target the package is for.
  package var hasTargetSuffix = false

  package init() {}
}
