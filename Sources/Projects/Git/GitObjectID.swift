/// The name of an object: SHA-1 or SHA-256 in lower-case hexadecimal (gitglossary(7), "object name").
struct GitObjectID: Sendable, Hashable, CustomStringConvertible {
  let description: String

  init?(_ bytes: some Collection<UInt8>) {
    let isHexadecimal = bytes.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
    }
    guard bytes.count == 40 || bytes.count == 64, isHexadecimal else { return nil }
    description = String(decoding: bytes, as: UTF8.self)
  }

  var isSHA256: Bool { description.utf8.count == 64 }
}
