/// A file or folder that the application opens, serves or writes.
package struct FileReference: Sendable, Equatable {
  package enum Use: String, Sendable, Equatable {
    case serves, reads, writes, logs, certificate, privateKey, opens
  }
  package var path: Fact<String>
  package var use: Use
  /// Whether it surely names a folder, which is used with all that is in it: listed, copied, made or removed.
  package var isFolder: Bool
  /// Whether only code uses it that runs once the service is started: on a connection, a request, at the stop.
  package var isLater: Bool

  package init(_ path: Fact<String>, _ use: Use, isFolder: Bool = false, isLater: Bool = false) {
    self.path = path
    self.use = use
    self.isFolder = isFolder
    self.isLater = isLater
  }

  /// Whether the path starts from the folder of the source that names it (`__file__`), not from the working directory.
  package var isBesideTheFile: Bool { path.base != nil && !isInHome || path.origin == Self.besideTheFile }
  /// Whether the path starts from the home folder of the user that the service runs as.
  package var isInHome: Bool { path.base == Self.home }

  /// The base of such a path.
  package static let home = "~"

  /// What the origin of such a path says.
  package static let besideTheFile = "beside the file"
}
