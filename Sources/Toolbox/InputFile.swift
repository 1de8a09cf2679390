import Diagnostics
import Glibc

/// A file that the user named, read whole.
package struct InputFile: Sendable, Equatable {
  package let path: String
  package let contents: [UInt8]
  /// When it was last modified, in seconds since 1970.
  package let modified: Int

  /// Reads a regular file of limited size.
  ///
  /// - Parameters:
  ///   - kind: The kind of failure that not reading it is.
  ///   - remedy: What to do when there is no such file.
  /// - Throws: A failure for what is missing, unreadable, no regular file or larger than the limit.
  package init(_ path: String, limit: Int, kind: Failure.Kind = .application, remedy: String? = nil) throws(Failure) {
    let location = SourceLocation(file: path)
    // Non-blocking, so that a FIFO without a writer is refused rather than waited for.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      let error = SystemError()
      throw Failure(
        kind, "cannot be read: \(error)", at: location, remedy: remedy ?? "check the path and its permissions")
    }
    defer { close(descriptor) }
    try self.init(descriptor: descriptor, path: path, limit: limit, kind: kind, remedy: remedy)
  }

  /// Reads what is open, judged on the descriptor itself.
  init(
    descriptor: Int32, path: String, limit: Int, kind: Failure.Kind, remedy: String? = nil
  ) throws(Failure) {
    let location = SourceLocation(file: path)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemError().failure(kind, "read", path) }
    let type = status.st_mode & S_IFMT
    guard type == S_IFREG else {
      let what = type == S_IFDIR ? "is a folder" : "is no regular file"
      throw Failure(kind, "\(what), not a file to read", at: location, remedy: remedy ?? "name a file")
    }
    let size = Int(status.st_size)
    guard size <= limit else {
      throw Failure(
        kind, "has \(size) bytes; at most \(limit) are read", at: location, remedy: "check that it is the right file")
    }
    self.path = path
    modified = Int(status.st_mtim.tv_sec)
    contents = try Self.read(descriptor, size: size, limit: limit, path: path, kind: kind)
  }

  private static func read(
    _ descriptor: Int32, size: Int, limit: Int, path: String, kind: Failure.Kind
  ) throws(Failure) -> [UInt8] {
    var problem: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count < buffer.count {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { problem = SystemError() }
        if got <= 0 { break }
        count += got
      }
    }
    if let problem { throw problem.failure(kind, "read", path) }
    guard bytes.count <= size else {
      throw Failure(
        kind, "changed while it was read", at: SourceLocation(file: path), remedy: "try again when it is complete")
    }
    return bytes
  }
}
