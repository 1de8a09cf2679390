import Diagnostics

/// A file that was judged and is read later: by then it must be the same file, unchanged.
package struct SourceFile: Sendable, Equatable {
  package let folder: Folder
  /// Its path beneath the folder, without any link.
  package let path: String
  package let status: FileStatus
  /// The names of its extended attributes, but for the system's own.
  package let attributes: [String]

  package var size: Int { status.size }
  /// Its path for messages.
  package var name: String { folder.name(of: path) }

  package init(_ path: String, in folder: Folder) throws(FileProblem) {
    self.folder = folder
    self.path = try folder.find(path).path
    let file = try folder.open(path)
    (status, attributes) = (file.status, file.attributes)
  }

  /// A file that the user named; links in its path are followed.
  package init(named path: String) throws(FileProblem) {
    let file = try OpenFile(named: path)
    let real = FileSystem.real(path) ?? path
    let folder = try Folder(String(real[...(real.lastIndex(of: "/") ?? real.startIndex)]))
    self.folder = folder
    self.path = String(real[(real.lastIndex(of: "/").map(real.index(after:)) ?? real.startIndex)...])
    (status, attributes) = (file.status, file.attributes)
  }

  /// - Throws: `.changed` where another file is in its place, or it was written to.
  package func open() throws(FileProblem) -> OpenFile {
    let file = try folder.open(path)
    guard file.status.isUnchanged(from: status) else { throw .changed }
    return file
  }

  /// All of its bytes.
  ///
  /// - Throws: A build failure where it is not the file any more that was judged.
  package func bytes() throws(Failure) -> [UInt8] {
    do throws(FileProblem) {
      return try open().bytes(limit: size)
    } catch {
      throw error.failure(.build, name)
    }
  }

  package static func == (one: Self, other: Self) -> Bool { one.status == other.status }
}
