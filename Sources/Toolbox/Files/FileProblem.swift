import Diagnostics
import Glibc

/// Why a file is not read.
package enum FileProblem: Error, Sendable, Equatable {
  case system(SystemError)
  /// The path leads out of the folder: by `..`, from the root, or by a link on the way.
  case leavesFolder(link: String?, target: String)
  case loop
  case notRegular(FileStatus.Kind)
  case tooLarge(Int, limit: Int)
  /// Another file took its place, or it was written to, after it had been judged.
  case changed

  /// Whether there is nothing under the path.
  package var isMissing: Bool { self == .system(SystemError(ENOENT)) || self == .system(SystemError(ENOTDIR)) }

  /// The failure of reading a file.
  package func failure(_ kind: Failure.Kind, _ name: String, remedy: String? = nil) -> Failure {
    Failure(kind, [.error(.fileUnreadable, description, at: SourceLocation(file: name), remedy: remedy ?? self.remedy)])
  }

  private var remedy: String {
    switch self {
    case .system: "check the path and its permissions"
    case .leavesFolder, .loop: "put a plain file in its place"
    case .notRegular: "name a file"
    case .tooLarge: "check that it is the right file"
    case .changed: "try again when it is complete"
    }
  }
}

extension FileProblem: CustomStringConvertible {
  /// A clause that follows the file's name.
  package var description: String {
    switch self {
    case .system(let error): "cannot be read: \(error)"
    case .leavesFolder(nil, let target): "leads out of the folder, to \(quoted(target))"
    case .leavesFolder(let link?, let target): "is a link out of the folder: \(quoted(link)) leads to \(quoted(target))"
    case .loop: "is a loop of links"
    case .notRegular(.folder): "is a folder, not a file to read"
    case .notRegular(.fifo): "is not a regular file but a FIFO"
    case .notRegular(.socket): "is not a regular file but a socket"
    case .notRegular(.device): "is not a regular file but a device"
    case .notRegular: "is not a regular file"
    case .tooLarge(let size, let limit): "has \(size) bytes; at most \(limit) are read"
    case .changed: "changed while it was read"
    }
  }
}
