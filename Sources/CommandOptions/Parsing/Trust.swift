/// What a configuration file that was found beside the application, and not named, may say under a key.
///
/// Whoever unpacks an archive or clones a repository has not read the tap2deb.json in it. So it may describe the package,
/// and name what lies within its own folder; what runs a program, signs, reaches out of the folder or weakens the service's
/// confinement takes the user's word.
package enum Trust: Sendable, Hashable {
  /// Anything: it is text in the package, or a choice among harmless ways.
  case any
  /// A path within the file's folder.
  case inside
  /// A path within the file's folder, or one word that is no path.
  case insideOr(String)
  /// A file within its folder; a folder would be built, which runs its own code.
  case fileInside
  /// `SRC[:DEST]` with SRC within the folder, and DEST within the package's own on the target.
  case inclusion
  /// `TARGET:PATH` with PATH within the package's own folder on the target.
  case link
  /// An account that is not the system's own.
  case account
  /// `NAME=VALUE` for the service's eyes: the init script exports it, so nothing that a program of root's acts on.
  case variable
  /// Any word that is no path.
  case noPath(because: String)
  /// Anything but one word.
  case anyBut(String, because: String)
  /// Nothing.
  case nothing(because: String)

  package static let runsPrograms = nothing(because: "runs a program")
  package static let signs = nothing(because: "has your key sign")
}
