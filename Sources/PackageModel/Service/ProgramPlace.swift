/// Where a program lies that runs the reactor itself.
package enum ProgramPlace: Sendable, Equatable {
  /// A source in the package's own folder below /usr/share, which Python runs.
  case own(String)
  /// A program of the bundled environment.
  /// - Parameter isRead: Whether its source, a project's, has been read.
  case bundle(isRead: Bool)
  /// What another package installs.
  case system(AbsolutePath)

  /// Whether its source has been read.
  var isSource: Bool {
    switch self {
    case .own: true
    case .bundle(let isRead): isRead
    case .system: false
    }
  }
}
