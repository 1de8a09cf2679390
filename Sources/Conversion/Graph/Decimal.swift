/// A whole number of any size, between the digits that source has and the bytes that a pickle has.
struct Decimal: CustomStringConvertible {
  /// Base 256, the least first.
  private var magnitude: [UInt8]
  private let isNegative: Bool

  /// Converting takes time that grows with the square of the size, so larger numbers are none. Python itself reads no
  /// more than 4300 digits of an int since 3.11.
  private static let limit = 1700

  /// The value of digits, perhaps with a minus sign before them.
  init?(_ text: String) {
    var digits = text.utf8[...]
    isNegative = digits.first == UInt8(ascii: "-")
    if isNegative { digits.removeFirst() }
    guard !digits.isEmpty, digits.count <= Self.limit * 2, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    magnitude = []
    for digit in digits {
      var carry = Int(digit) - 0x30
      for index in magnitude.indices {
        carry += Int(magnitude[index]) * 10
        magnitude[index] = UInt8(carry & 0xFF)
        carry >>= 8
      }
      if carry > 0 { magnitude.append(UInt8(carry)) }
    }
  }

  /// The value of little-endian bytes in two's complement.
  init?(bytes: ArraySlice<UInt8>) {
    guard bytes.count <= Self.limit else { return nil }
    isNegative = (bytes.last ?? 0) & 0x80 != 0
    magnitude = isNegative ? Self.negated(Array(bytes)) : Array(bytes)
  }

  /// Little-endian, in two's complement, no longer than needed.
  var bytes: [UInt8] {
    var bytes = magnitude + [0]
    if isNegative { bytes = Self.negated(bytes) }
    while bytes.count > 1, let last = bytes.last, last == (bytes[bytes.count - 2] & 0x80 == 0 ? 0 : 0xFF) {
      bytes.removeLast()
    }
    return bytes == [0] ? [] : bytes
  }

  var description: String {
    var rest = magnitude
    var digits: [UInt8] = []
    while let top = rest.last {
      if top == 0 {
        rest.removeLast()
        continue
      }
      var remainder = 0
      for index in rest.indices.reversed() {
        remainder = remainder << 8 | Int(rest[index])
        rest[index] = UInt8(remainder / 10)
        remainder %= 10
      }
      digits.append(UInt8(remainder) + 0x30)
    }
    if digits.isEmpty { return "0" }
    return (isNegative ? "-" : "") + String(decoding: digits.reversed(), as: UTF8.self)
  }

  private static func negated(_ bytes: [UInt8]) -> [UInt8] {
    var carry = 1
    return bytes.map { byte in
      carry += Int(~byte)
      defer { carry >>= 8 }
      return UInt8(carry & 0xFF)
    }
  }
}
