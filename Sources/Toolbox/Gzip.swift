/// The gzip file format (RFC 1952), written in-process so that a package's `changelog.gz` costs no child process.
///
/// Debian Policy 12.7 asks for `gzip -9n`; the output equals that of GNU gzip byte for byte, so that a package built here and
/// one built by debhelper hold the same file and the same checksum.
package enum Gzip {
  /// The `gzip -9n` form of `bytes`: no name, no time, hence the same bytes on every machine and day.
  package static func compress(_ bytes: [UInt8]) -> [UInt8] {
    var deflate = DeflateEncoder(bytes)
    var output = header
    output += deflate.encode()
    output.append(littleEndian: CRC32.checksum(bytes))
    // ISIZE is the size modulo 2³² (RFC 1952 section 2.3.1).
    output.append(littleEndian: UInt32(truncatingIfNeeded: bytes.count))
    return output
  }

  /// Magic, method deflate, no flags, no time, "slowest algorithm", written on Unix (RFC 1952 section 2.3.1).
  private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 3]
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian value: UInt32) {
    for shift: UInt32 in [0, 8, 16, 24] { append(UInt8(truncatingIfNeeded: value >> shift)) }
  }
}
