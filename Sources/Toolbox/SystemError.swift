import Diagnostics
import Glibc

/// What the system said when a call failed.
package struct SystemError: Error, Sendable, Equatable, CustomStringConvertible {
  package let code: Int32

  package init(_ code: Int32 = errno) { self.code = code }

  package var description: String { String(cString: strerror(code)) }

  /// The failure of doing something with a path, with the way out that fits the cause.
  package func failure(_ kind: Failure.Kind, to action: String, _ path: String) -> Failure {
    Failure(kind, [.error(.system, "cannot \(action) \(path): \(description)", remedy: remedy)])
  }

  private var remedy: String? {
    switch code {
    case ENOENT: "check the path"
    case EACCES, EPERM: "check the permissions, or name another place"
    case ENOSPC, EDQUOT: "free some space, or name a place with more"
    case EROFS: "name a place that can be written to"
    case EISDIR: "name a file"
    case ENOTDIR: "name a folder"
    default: nil
    }
  }
}
