/// Private keys in DER (X.690) and Java's keystores, which hold no word of text to know them by.
enum BinaryKey {
  /// - Parameters:
  ///   - bytes: the beginning of the file.
  ///   - size: of all of it.
  static func isIn(_ bytes: [UInt8], size: Int) -> Bool {
    let keystores: [[UInt8]] = [[0xFE, 0xED, 0xFE, 0xED], [0xCE, 0xCE, 0xCE, 0xCE]]
    if keystores.contains(where: { bytes.starts(with: $0) }) { return true }
    var reader = DERReader(rest: bytes[...])
    guard let outer = reader.begin(DERReader.sequence), outer == nil || outer == size - reader.position(in: bytes)
    else {
      return false
    }
    // PKCS #8 with a password begins with the cipher (RFC 5958, 3; PKCS #5 and #12 name it), all others with a version.
    if reader.begin(DERReader.sequence) != nil {
      let name = reader.take(DERReader.name) ?? []
      return [[0x05, 0x0D], [0x05, 0x0A], [0x05, 0x03], [0x0C, 0x01]].contains { name.starts(with: pkcs + $0) }
    }
    switch reader.take(DERReader.integer) {
    // PFX (RFC 7292, 4): the contents' type.
    case [3]:
      return reader.begin(DERReader.sequence) != nil && (reader.take(DERReader.name) ?? []).starts(with: pkcs + [7])
    // An RSA key (RFC 8017, A.1.2): the modulus. Else PKCS #8 (RFC 5958, 2): the algorithm.
    case [0], [1]:
      if let next = reader.take(DERReader.integer) { return next.count >= 32 }
      // An elliptic curve's (RFC 5915, 3): the number itself.
      if let number = reader.take(DERReader.octets) { return (14...80).contains(number.count) }
      return reader.begin(DERReader.sequence) != nil && reader.take(DERReader.name) != nil
    default: return false
    }
  }

  /// 1.2.840.113549.1, RSA's own names.
  private static let pkcs: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01]
}

/// Reads one element after the other.
private struct DERReader {
  static let (integer, octets, name, sequence): (UInt8, UInt8, UInt8, UInt8) = (0x02, 0x04, 0x06, 0x30)

  var rest: ArraySlice<UInt8>

  func position(in bytes: [UInt8]) -> Int { bytes.count - rest.count }

  /// The length of what an element holds, which comes next then; `.some(nil)` where its end alone tells that; `nil` where
  /// something else comes, which stays.
  mutating func begin(_ tag: UInt8) -> Int?? {
    guard rest.first == tag, let short = rest.dropFirst().first else { return nil }
    if short < 0x80 {
      rest = rest.dropFirst(2)
      return .some(Int(short))
    }
    let digits = rest.dropFirst(2).prefix(Int(short & 0x7F))
    guard digits.count == Int(short & 0x7F), digits.count <= 4 else { return nil }
    rest = rest.dropFirst(2 + digits.count)
    return .some(digits.isEmpty ? nil : digits.reduce(0) { $0 << 8 | Int($1) })
  }

  /// The contents of an element, as far as they are at hand.
  mutating func take(_ tag: UInt8) -> [UInt8]? {
    guard let length = begin(tag), let length else { return nil }
    defer { rest = rest.dropFirst(length) }
    return Array(rest.prefix(length))
  }
}
