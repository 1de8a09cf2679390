/// The symbols of a deflate stream: which code stands for a length or a distance, and how many bits follow it
/// (RFC 1951 section 3.2.5).
enum DeflateAlphabet {
  static let endOfBlock = 256
  /// Literals, the end of block and 29 length codes; the fixed code has two more that never occur.
  static let literalCount = 286
  static let distanceCount = 30
  static let minimumMatch = 3
  static let maximumMatch = 258

  static let literalExtraBits: [Int] = Array(repeating: 0, count: 257) + lengthExtraBits
  static let distanceExtraBits: [Int] = (0..<distanceCount).map { max(0, $0 / 2 - 1) }
  private static let lengthExtraBits: [Int] = (0..<29).map { $0 < 8 || $0 == 28 ? 0 : $0 / 4 - 1 }

  /// The smallest match length of each literal/length symbol (0 for literals).
  static let lengthBase: [Int] = {
    var bases = Array(repeating: 0, count: 257)
    var next = minimumMatch
    for extra in lengthExtraBits.dropLast() {
      bases.append(next)
      next += 1 << extra
    }
    // Length 258 has a symbol of its own although the one before could express it.
    return bases + [maximumMatch]
  }()

  /// The smallest distance of each distance symbol.
  static let distanceBase: [Int] = {
    var next = 1
    return distanceExtraBits.map { extra in
      defer { next += 1 << extra }
      return next
    }
  }()

  /// The literal/length symbol of each match length.
  static let lengthSymbol: [UInt16] = {
    var symbols = Array(repeating: UInt16(0), count: maximumMatch + 1)
    for symbol in 257..<literalCount {
      let last = min(maximumMatch, lengthBase[symbol] + (1 << literalExtraBits[symbol]) - 1)
      for length in lengthBase[symbol]...last { symbols[length] = UInt16(symbol) }
    }
    return symbols
  }()

  /// The distance symbol of a distance from 1 to 32768: two for each power of two, told apart by the second highest bit.
  @inline(__always)
  static func distanceSymbol(_ distance: Int) -> Int {
    let offset = distance - 1
    guard offset >= 2 else { return offset }
    let exponent = Int.bitWidth - 1 - offset.leadingZeroBitCount
    return 2 * exponent + (offset >> (exponent - 1)) & 1
  }

  /// Code lengths of the fixed codes (RFC 1951 section 3.2.6).
  static let fixedLiteralLengths: [UInt8] =
    Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112)
    + Array(repeating: 7, count: 24) + Array(repeating: 8, count: 8)
  static let fixedDistanceLengths: [UInt8] = Array(repeating: 5, count: distanceCount)

  static let fixedLiteralCode = PrefixCode(lengths: fixedLiteralLengths)
  static let fixedDistanceCode = PrefixCode(lengths: fixedDistanceLengths)
}
