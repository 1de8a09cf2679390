import Glibc

/// A regular file that is held open and was judged on its descriptor: what is read or copied is what was judged, whatever
/// takes its name meanwhile.
package final class OpenFile: Sendable {
  /// Its path, for messages.
  package let name: String
  package let status: FileStatus
  private let descriptor: Int32

  /// Without waiting for the other end of a FIFO, and without becoming a terminal's process.
  static let flags = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC

  /// Opens a file that the user named; links in its path are followed.
  package convenience init(named path: String) throws(FileProblem) {
    RunRecord.note(.status, path)
    // Looked at first, for a device might act on being opened; what counts is what the descriptor says.
    var status = stat()
    guard stat(path, &status) == 0 else { throw .system(SystemError()) }
    let kind = FileStatus(status).kind
    guard kind == .file else { throw .notRegular(kind) }
    let opened = Glibc.open(path, Self.flags)
    guard opened >= 0 else { throw .system(SystemError()) }
    try self.init(opened, name: path)
  }

  /// Takes over a descriptor.
  init(_ descriptor: Int32, name: String) throws(FileProblem) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let error = SystemError()
      close(descriptor)
      throw .system(error)
    }
    self.descriptor = descriptor
    self.name = name
    self.status = FileStatus(status)
    guard self.status.kind == .file else { throw .notRegular(self.status.kind) }
    RunRecord.note(.contents, name, status: self.status)
  }

  deinit { close(descriptor) }

  /// The names of its extended attributes, but for the system's own.
  package var attributes: [String] { ExtendedAttributes.names(of: descriptor) }

  /// All of its bytes.
  ///
  /// - Parameter limit: The most that are read.
  package func bytes(limit: Int) throws(FileProblem) -> [UInt8] {
    let size = status.size
    guard size <= limit else { throw .tooLarge(size, limit: limit) }
    var problem: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      while count < buffer.count {
        let got = pread(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count, count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { problem = SystemError() }
        if got <= 0 { break }
        count += got
      }
    }
    if let problem { throw .system(problem) }
    // Files of /proc have no size, and what is still written to has another one.
    guard bytes.count <= size else { throw .changed }
    return bytes
  }

  /// Its first bytes.
  package func beginning(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(descriptor, buffer.baseAddress, count, 0))
    }
  }

  /// Copies its contents to another file, within the kernel.
  package func copy(to output: Int32) throws(FileProblem) {
    var offset = 0
    while offset < status.size {
      let count = sendfile(output, descriptor, &offset, min(status.size - offset, 1 << 24))
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .system(SystemError()) }
      guard count > 0 else { throw .changed }
    }
  }
}
