import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// Where bytes stand first, found as fast as memchr(3) finds the first of them.
  package func offset(of mark: [UInt8]) -> Int? {
    guard let base = baseAddress, let first = mark.first, count >= mark.count else { return nil }
    let last = count - mark.count
    var start = 0
    while start <= last, let found = memchr(base + start, Int32(first), last - start + 1) {
      let offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(found, mark, mark.count) == 0 { return offset }
      start = offset + 1
    }
    return nil
  }
}
