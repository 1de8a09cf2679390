import Glibc
import Synchronization

/// A file's contents by their digest.
package struct FileDigest: Sendable, Equatable {
  package let sha256: String
  package let size: Int
  package let mode: mode_t

  private static let pieceSize = 1 << 20

  /// - Returns: `nil` for what is not a regular file, or cannot be read.
  package static func of(_ path: String) -> FileDigest? {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var (digest, size) = (SHA256(), 0)
    var piece = [UInt8](repeating: 0, count: min(max(Int(status.st_size), 1), pieceSize))
    while true {
      let count = read(descriptor, &piece, piece.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      digest.absorb(piece[..<count])
      size += count
    }
    return FileDigest(sha256: digest.finish(), size: size, mode: status.st_mode & 0o7777)
  }
}
