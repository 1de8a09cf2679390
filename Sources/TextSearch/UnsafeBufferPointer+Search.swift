import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// Where bytes stand first, at `start` or behind it, found as fast as memchr(3) finds the first of them; nothing is found
  /// of no bytes.
  package func offset(of mark: [UInt8], from start: Int = 0) -> Int? {
    mark.withUnsafeBufferPointer { offset(of: $0, from: start) }
  }

  func offset(of mark: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = baseAddress, let first = mark.first, let bytes = mark.baseAddress else { return nil }
    let last = count - mark.count
    var start = start
    while start <= last, let found = memchr(base + start, Int32(first), last - start + 1) {
      let offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(found, bytes, mark.count) == 0 { return offset }
      start = offset + 1
    }
    return nil
  }
}
