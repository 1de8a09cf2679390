import Glibc

/// A few bytes to look for in many.
struct BytePattern: Sendable, Equatable {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Whether they stand anywhere in a piece of memory.
  func occurs(in memory: UnsafeRawBufferPointer) -> Bool {
    guard let start = memory.baseAddress, let first = bytes.first, memory.count >= bytes.count else { return false }
    var offset = 0
    let last = memory.count - bytes.count
    while offset <= last {
      guard let found = memchr(start + offset, Int32(first), last - offset + 1) else { return false }
      if memcmp(found, bytes, bytes.count) == 0 { return true }
      offset = UnsafeRawPointer(found) - start + 1
    }
    return false
  }

  func occurs(in text: [UInt8]) -> Bool { text.withUnsafeBytes(occurs) }
}
