/// A canonical prefix code: the lengths decide the code words (RFC 1951 section 3.2.2).
struct PrefixCode {
  /// Bits of each symbol's code word; 0 for a symbol that does not occur.
  let lengths: [UInt8]
  /// Each code word, its first bit lowest as the stream wants it.
  private let words: [UInt16]

  init(lengths: [UInt8]) {
    self.lengths = lengths
    var population = Array(repeating: 0, count: 16)
    for length in lengths where length > 0 { population[Int(length)] += 1 }
    var next = Array(repeating: 0, count: 16)
    for length in 1...15 { next[length] = (next[length - 1] + population[length - 1]) << 1 }
    words = lengths.map { length in
      guard length > 0 else { return 0 }
      defer { next[Int(length)] += 1 }
      return Self.reversed(next[Int(length)], bits: Int(length))
    }
  }

  @inline(__always)
  func write(_ symbol: Int, to writer: inout BitWriter) {
    writer.write(Int(words[symbol]), bits: Int(lengths[symbol]))
  }

  /// The bits that `frequencies` of the symbols would take, each followed by its extra bits.
  func cost(of frequencies: [Int], extraBits: [Int]) -> Int {
    var bits = 0
    for (symbol, frequency) in frequencies.enumerated() where frequency > 0 {
      bits += frequency * (Int(lengths[symbol]) + extraBits[symbol])
    }
    return bits
  }

  private static func reversed(_ word: Int, bits: Int) -> UInt16 {
    var turned: UInt16 = 0
    for bit in 0..<bits where word & (1 << bit) != 0 { turned |= 1 << UInt16(bits - 1 - bit) }
    return turned
  }
}
