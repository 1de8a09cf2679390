/// A growing byte string to which fields of bits are added, least significant bit first (RFC 1951 section 3.1.1).
struct BitWriter {
  private(set) var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingCount = 0

  /// Adds the low `count` bits of `value`; the others must be zero. `count` is at most 16.
  @inline(__always)
  mutating func write(_ value: Int, bits count: Int) {
    pending |= UInt64(truncatingIfNeeded: value) << UInt64(truncatingIfNeeded: pendingCount)
    pendingCount += count
    while pendingCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingCount -= 8
    }
  }

  /// Fills the last byte with zero bits.
  mutating func alignToByte() {
    guard pendingCount > 0 else { return }
    write(0, bits: 8 - pendingCount)
  }

  /// Adds whole bytes; the writer must be aligned.
  mutating func append(_ more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }
}
