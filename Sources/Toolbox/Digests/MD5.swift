/// The message digest of `DEBIAN/md5sums` (RFC 1321). It guards against accidents; nothing here relies on it for security.
package enum MD5 {
  /// The digest as `md5sum` prints it: 32 lower-case hexadecimal digits.
  package static func hexDigest(_ bytes: [UInt8]) -> String {
    var stream = Stream()
    return stream.finish(bytes[...])
  }

  /// A digest of bytes that come piece by piece.
  package struct Stream: Sendable {
    private var state = State()
    private var size = 0

    package init() {}

    /// Takes in bytes that are not the last; their number is a multiple of 64.
    package mutating func absorb(_ bytes: ArraySlice<UInt8>) {
      var offset = bytes.startIndex
      while offset + blockSize <= bytes.endIndex {
        state.absorb(bytes, at: offset)
        offset += blockSize
      }
      size += offset - bytes.startIndex
    }

    /// Takes in the last bytes.
    ///
    /// - Returns: The digest as `md5sum` prints it.
    package mutating func finish(_ bytes: ArraySlice<UInt8>) -> String {
      absorb(bytes)
      let rest = bytes.suffix(bytes.count % blockSize)
      let tail = padding(of: rest, messageSize: size + rest.count)
      for start in stride(from: 0, to: tail.count, by: blockSize) { state.absorb(tail[...], at: start) }
      return state.hexadecimal
    }
  }

  private static let blockSize = 64

  /// The last bytes, a one bit, zeros, and the message's length in bits: one or two whole blocks (RFC 1321 sections 3.1, 3.2).
  private static func padding(of rest: ArraySlice<UInt8>, messageSize: Int) -> [UInt8] {
    var tail = Array(rest)
    tail.append(0x80)
    let zeros = (2 * blockSize - 8 - tail.count) % blockSize
    tail += repeatElement(0, count: zeros)
    let bits = UInt64(messageSize) &* 8
    for index in 0..<8 { tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * index))) }
    return tail
  }
}

extension MD5 {
  /// The four chaining words of RFC 1321 section 3.3.
  private struct State: Sendable {
    private var a: UInt32 = 0x6745_2301
    private var b: UInt32 = 0xEFCD_AB89
    private var c: UInt32 = 0x98BA_DCFE
    private var d: UInt32 = 0x1032_5476

    /// Mixes in the 64 bytes at `start` (RFC 1321 section 3.4).
    mutating func absorb(_ bytes: ArraySlice<UInt8>, at start: Int) {
      let offset = start - bytes.startIndex
      let words = bytes.withUnsafeBytes { bytes in
        InlineArray<16, UInt32> { index in
          UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 4 * index, as: UInt32.self))
        }
      }
      var next = self
      // Four steps at a time, after which each word is back in its place.
      for step in stride(from: 0, to: 16, by: 4) {
        next.turn(words, step, factor: 1, first: 0, by: (7, 12, 17, 22)) { ($0 & $1) | (~$0 & $2) }
      }
      for step in stride(from: 16, to: 32, by: 4) {
        next.turn(words, step, factor: 5, first: 1, by: (5, 9, 14, 20)) { ($0 & $2) | ($1 & ~$2) }
      }
      for step in stride(from: 32, to: 48, by: 4) {
        next.turn(words, step, factor: 3, first: 5, by: (4, 11, 16, 23)) { $0 ^ $1 ^ $2 }
      }
      for step in stride(from: 48, to: 64, by: 4) {
        next.turn(words, step, factor: 7, first: 0, by: (6, 10, 15, 21)) { $1 ^ ($0 | ~$2) }
      }
      a &+= next.a
      b &+= next.b
      c &+= next.c
      d &+= next.d
    }

    /// The four steps from one on, in which the words take each other's part in turn.
    @inline(__always)
    private mutating func turn(
      _ words: borrowing InlineArray<16, UInt32>, _ step: Int, factor: Int, first: Int,
      by rotations: (UInt32, UInt32, UInt32, UInt32), mix: (UInt32, UInt32, UInt32) -> UInt32
    ) {
      func turned(_ word: UInt32, _ mixed: UInt32, after index: Int, by rotation: UInt32) -> UInt32 {
        let sum = word &+ mixed &+ words[(factor * (step + index) + first) & 15] &+ MD5.sines[step + index]
        return sum &<< rotation | sum &>> (32 &- rotation)
      }
      a = b &+ turned(a, mix(b, c, d), after: 0, by: rotations.0)
      d = a &+ turned(d, mix(a, b, c), after: 1, by: rotations.1)
      c = d &+ turned(c, mix(d, a, b), after: 2, by: rotations.2)
      b = c &+ turned(b, mix(c, d, a), after: 3, by: rotations.3)
    }

    var hexadecimal: String {
      let digits = Array("0123456789abcdef".utf8)
      var text: [UInt8] = []
      text.reserveCapacity(32)
      for word in [a, b, c, d] {
        for shift: UInt32 in [0, 8, 16, 24] {
          let byte = Int(UInt8(truncatingIfNeeded: word >> shift))
          text.append(digits[byte >> 4])
          text.append(digits[byte & 15])
        }
      }
      return String(decoding: text, as: UTF8.self)
    }
  }

  /// ⌊2³² · |sin i|⌋ for i = 1…64.
  private static let sines: InlineArray<64, UInt32> = [
    0xD76A_A478, 0xE8C7_B756, 0x2420_70DB, 0xC1BD_CEEE, 0xF57C_0FAF, 0x4787_C62A, 0xA830_4613, 0xFD46_9501,
    0x6980_98D8, 0x8B44_F7AF, 0xFFFF_5BB1, 0x895C_D7BE, 0x6B90_1122, 0xFD98_7193, 0xA679_438E, 0x49B4_0821,
    0xF61E_2562, 0xC040_B340, 0x265E_5A51, 0xE9B6_C7AA, 0xD62F_105D, 0x0244_1453, 0xD8A1_E681, 0xE7D3_FBC8,
    0x21E1_CDE6, 0xC337_07D6, 0xF4D5_0D87, 0x455A_14ED, 0xA9E3_E905, 0xFCEF_A3F8, 0x676F_02D9, 0x8D2A_4C8A,
    0xFFFA_3942, 0x8771_F681, 0x6D9D_6122, 0xFDE5_380C, 0xA4BE_EA44, 0x4BDE_CFA9, 0xF6BB_4B60, 0xBEBF_BC70,
    0x289B_7EC6, 0xEAA1_27FA, 0xD4EF_3085, 0x0488_1D05, 0xD9D4_D039, 0xE6DB_99E5, 0x1FA2_7CF8, 0xC4AC_5665,
    0xF429_2244, 0x432A_FF97, 0xAB94_23A7, 0xFC93_A039, 0x655B_59C3, 0x8F0C_CC92, 0xFFEF_F47D, 0x8584_5DD1,
    0x6FA8_7E4F, 0xFE2C_E6E0, 0xA301_4314, 0x4E08_11A1, 0xF753_7E82, 0xBD3A_F235, 0x2AD7_D2BB, 0xEB86_D391,
  ]
}
