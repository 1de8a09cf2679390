/// The cyclic redundancy check of gzip and zip files (RFC 1952 section 8; ITU-T V.42, reflected polynomial EDB88320).
package enum CRC32 {
  package static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let table = remainders
    var remainder = UInt32.max
    for byte in bytes {
      remainder = table[Int(UInt8(truncatingIfNeeded: remainder) ^ byte)] ^ (remainder >> 8)
    }
    return ~remainder
  }

  /// The remainder of each byte value.
  private static let remainders: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { remainder, _ in
      remainder & 1 == 0 ? remainder >> 1 : 0xEDB8_8320 ^ (remainder >> 1)
    }
  }
}
