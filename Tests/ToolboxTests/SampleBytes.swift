import TestSupport
import Testing

/// Bytes to compress or digest, the same in every run, of a kind that brings out one habit of the encoder.
struct SampleBytes: Sendable, CustomTestStringConvertible {
  enum Kind: String, CaseIterable, Sendable {
    /// Debian changelog entries: many short matches.
    case changelog
    /// Nothing repeats: stored blocks.
    case random
    /// One byte over and over: matches of full length.
    case constant
    /// A period longer than the longest match.
    case periodic
    /// Four symbols without structure: many matches of equal length, fixed against dynamic codes.
    case fourLetters
    /// Frequencies that double from symbol to symbol: code words at the length limit.
    case skewed
    /// Random text and its repetition at about the greatest distance.
    case farRepetition
    /// Changes kind every few thousand bytes: early ends of blocks.
    case mixed
  }

  var kind: Kind
  var size: Int

  var testDescription: String { "\(kind.rawValue), \(size) bytes" }

  var bytes: [UInt8] {
    var generator = SplitMix(state: UInt64(size) &* 31 &+ UInt64(kind.rawValue.utf8.count))
    return Self.bytes(kind, size: size, using: &generator)
  }

  private static func bytes(_ kind: Kind, size: Int, using generator: inout SplitMix) -> [UInt8] {
    switch kind {
    case .changelog: changelog(size, &generator)
    case .random: (0..<size).map { _ in UInt8.random(in: 0...255, using: &generator) }
    case .constant: Array(repeating: 0x61, count: size)
    case .periodic: (0..<size).map { UInt8($0 * $0 % 307 & 0xFF) }
    case .fourLetters: (0..<size).map { _ in UInt8.random(in: 0x61...0x64, using: &generator) }
    case .skewed:
      (0..<size).map { _ in UInt8(UInt32.random(in: 1...UInt32.max, using: &generator).leadingZeroBitCount * 5) }
    case .farRepetition: farRepetition(size, &generator)
    case .mixed: mixed(size, &generator)
    }
  }

  private static func changelog(_ size: Int, _ generator: inout SplitMix) -> [UInt8] {
    let words = [
      "Fix", "Update", "the", "packaging", "web", "server", "unit", "file", "for", "Closes", "new", "release",
    ]
    var text: [UInt8] = []
    var version = 40
    while text.count < size {
      let items = (0...Int.random(in: 0...3, using: &generator)).map { _ in
        let phrase = (0..<6).map { _ in words[Int.random(in: 0..<words.count, using: &generator)] }
        return "  * \(phrase.joined(separator: " ")) (#\(Int.random(in: 1...999_999, using: &generator))).\n"
      }
      text += Array(
        """
        twisted-web (1.\(version)) unstable; urgency=low

        \(items.joined())
         -- Jane Doe <jane@example.org>  Tue, 0\(version % 9 + 1) Mar 2024 12:\(10 + version % 50):00 +0000


        """.utf8)
      version += 1
    }
    return Array(text.prefix(size))
  }

  private static func farRepetition(_ size: Int, _ generator: inout SplitMix) -> [UInt8] {
    let distance = 32_500 + Int.random(in: 0...12, using: &generator)
    var bytes: [UInt8] = []
    for index in 0..<size {
      let isFresh = index < distance || index % 97 == 0
      bytes.append(isFresh ? UInt8.random(in: 0...255, using: &generator) : bytes[index - distance])
    }
    return bytes
  }

  private static func mixed(_ size: Int, _ generator: inout SplitMix) -> [UInt8] {
    let kinds: [Kind] = [.changelog, .random, .constant, .fourLetters, .skewed, .periodic]
    var bytes: [UInt8] = []
    while bytes.count < size {
      let kind = kinds[Int.random(in: 0..<kinds.count, using: &generator)]
      bytes += Self.bytes(kind, size: Int.random(in: 1...9000, using: &generator), using: &generator)
    }
    return Array(bytes.prefix(size))
  }
}
