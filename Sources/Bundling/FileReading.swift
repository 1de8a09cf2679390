import Diagnostics
import Glibc
import Toolbox

/// One pass over a file: its digest, its beginning, and whether it names a place; while it is copied, if it has to be.
struct FileReading {
  let path: String

  init(_ path: String) { self.path = path }

  struct Finding: Sendable, Equatable {
    var size = 0
    var md5 = ""
    var start: [UInt8] = []
    /// Whether there is a NUL near its beginning, as in no text.
    var isBinary = false
    /// Whether one of the places is named in it.
    var namesPlace = false
  }

  private static let chunk = 1 << 20
  /// Bytes kept of the chunk before, so that a name that lies across the border is found; no path is longer.
  private static let overlap = 4096

  /// The first bytes.
  func start(_ count: Int) throws(Failure) -> [UInt8] {
    let input = try open()
    defer { close(input) }
    var buffer = [UInt8](repeating: 0, count: count)
    let got = try Self.fill(&buffer, from: 0, input, path: path)
    return Array(buffer.prefix(got))
  }

  /// Reads it all.
  ///
  /// - Parameters:
  ///   - places: What to look for.
  ///   - copy: A new file to write the same to.
  func read(lookingFor places: [BytePattern], copyTo copy: String? = nil) throws(Failure) -> Finding {
    let input = try open()
    defer { close(input) }
    var output: Int32 = -1
    if let copy {
      output = Glibc.open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      guard output >= 0 else { throw SystemError().failure(.build, to: "write", copy) }
    }
    let result = Result { () throws(Failure) in try pass(from: input, to: output, places, copy: copy ?? "") }
    // A full disk may only be told at the close.
    if output >= 0, close(output) != 0, case .success = result {
      throw SystemError().failure(.build, to: "write", copy ?? "")
    }
    return try result.get()
  }

  private func open() throws(Failure) -> Int32 {
    // Not through a link, and not waiting for a FIFO: what was looked at before is a file.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemError().failure(.build, to: "read", path) }
    return descriptor
  }

  private func pass(
    from input: Int32, to output: Int32, _ places: [BytePattern], copy: String
  ) throws(Failure) -> Finding {
    var finding = Finding()
    var digest = MD5.Stream()
    var status = stat()
    let size = fstat(input, &status) == 0 ? Int(status.st_size) : Self.chunk
    var buffer = [UInt8](repeating: 0, count: Self.overlap + min(Self.chunk, (size / 64 + 1) * 64))
    while true {
      let got = try Self.fill(&buffer, from: Self.overlap, input, path: path)
      let end = Self.overlap + got
      if output >= 0, let problem = FileSystem.writeAll(buffer[Self.overlap..<end], to: output) {
        throw problem.failure(.build, to: "write", copy)
      }
      if finding.size == 0 {
        finding.start = Array(buffer[Self.overlap..<min(end, Self.overlap + 8192)])
        finding.isBinary = finding.start.contains(0)
      }
      let from = finding.size == 0 ? Self.overlap : 0
      if !finding.namesPlace { finding.namesPlace = Self.contains(places, in: buffer, from: from, to: end) }
      finding.size += got
      guard end == buffer.count else {
        finding.md5 = digest.finish(buffer[Self.overlap..<end])
        return finding
      }
      digest.absorb(buffer[Self.overlap..<end])
      buffer.withUnsafeMutableBytes { bytes in
        let tail = UnsafeRawBufferPointer(rebasing: bytes[(end - Self.overlap)..<end])
        UnsafeMutableRawBufferPointer(rebasing: bytes[..<Self.overlap]).copyMemory(from: tail)
      }
    }
  }

  /// - Returns: How many bytes were read; fewer than there is room for only at the end.
  private static func fill(
    _ buffer: inout [UInt8], from start: Int, _ input: Int32, path: String
  ) throws(Failure) -> Int {
    var problem: SystemError?
    var count = 0
    buffer.withUnsafeMutableBytes { bytes in
      while start + count < bytes.count {
        let got = Glibc.read(input, bytes.baseAddress.map { $0 + start + count }, bytes.count - start - count)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { problem = SystemError() }
        if got <= 0 { break }
        count += got
      }
    }
    if let problem { throw problem.failure(.build, to: "read", path) }
    return count
  }

  private static func contains(_ places: [BytePattern], in buffer: [UInt8], from start: Int, to end: Int) -> Bool {
    buffer.withUnsafeBytes { bytes in
      let part = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      return places.contains { $0.occurs(in: part) }
    }
  }
}
