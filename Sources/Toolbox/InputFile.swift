import Diagnostics
import Text

/// A regular file of limited size, read whole.
package struct InputFile: Sendable, Equatable {
  /// As the user named it.
  package let path: String
  package let contents: [UInt8]
  /// What its descriptor said.
  package let status: FileStatus

  /// When it was last modified, in seconds since 1970.
  package var modified: Int {
    RunRecord.note(.time, path)
    return status.modified
  }

  /// Reads a file that the user named; links are followed.
  ///
  /// - Parameters:
  ///   - kind: The kind of failure that not reading it is.
  ///   - remedy: What to do when there is no such file.
  /// - Throws: A failure for what is missing, unreadable, no regular file or larger than the limit.
  package init(_ path: String, limit: Int, kind: Failure.Kind = .application, remedy: String? = nil) throws(Failure) {
    try self.init(path, limit: limit, kind: kind, remedy: remedy) { () throws(FileProblem) in try OpenFile(named: path)
    }
  }

  /// Reads a file beneath a folder, through no link that leads out of it.
  ///
  /// - Throws: What reading a file by its name throws, and a failure for what leaves the folder.
  package init(
    _ path: String, in folder: Folder, limit: Int, kind: Failure.Kind = .application, remedy: String? = nil
  ) throws(Failure) {
    try self.init(folder.name(of: path), limit: limit, kind: kind, remedy: remedy) { () throws(FileProblem) in
      try folder.open(path)
    }
  }

  /// Reads what is open, and closes it.
  init(consuming descriptor: Int32, path: String, limit: Int, kind: Failure.Kind) throws(Failure) {
    try self.init(path, limit: limit, kind: kind, remedy: nil) { () throws(FileProblem) in
      try OpenFile(descriptor, name: path)
    }
  }

  private init(
    _ path: String, limit: Int, kind: Failure.Kind, remedy: String?, open: () throws(FileProblem) -> OpenFile
  ) throws(Failure) {
    do throws(FileProblem) {
      let file = try open()
      self.path = path
      status = file.status
      contents = try file.bytes(limit: limit)
    } catch {
      if error.isMissing {
        throw Failure(
          kind,
          [.error(.fileUnreadable, "there is no file \(path.visibleLine)", remedy: remedy ?? Self.nearest(to: path))])
      }
      let isAboutPath = if case .system = error { true } else { error == .notRegular(.folder) }
      throw error.failure(kind, path, remedy: isAboutPath ? remedy : nil)
    }
  }

  /// What may have been meant: a file of the same folder with nearly the same name.
  private static func nearest(to path: String) -> String {
    let folder = Path(path).folder
    let names = (try? FileSystem.names(in: folder.isEmpty ? "." : folder)) ?? []
    guard let name = Spelling.nearest(to: Path(path).name, among: names).first else { return "check the path" }
    return "did you mean \(folder.isEmpty || folder == "." ? name : "\(folder)/\(name)")?"
  }
}
