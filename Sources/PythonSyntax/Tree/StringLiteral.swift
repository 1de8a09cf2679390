/// The value of a string literal: prefix and quotes taken off, escapes resolved.
package enum StringLiteral {
  /// The text of a whole literal such as `r'\d'` or `b"\x00"`. Bytes become the characters of the same number.
  package static func value(_ literal: ArraySlice<UInt8>) -> String {
    var prefix = literal.prefix { $0 != UInt8(ascii: "'") && $0 != UInt8(ascii: "\"") }
    let isRaw = prefix.contains { $0 | 0x20 == UInt8(ascii: "r") }
    let isBytes = prefix.contains { $0 | 0x20 == UInt8(ascii: "b") }
    prefix = literal.dropFirst(prefix.count)
    let quotes =
      prefix.count >= 6 && prefix[prefix.startIndex + 1] == prefix.first
        && prefix[prefix.startIndex + 2] == prefix.first
      ? 3 : 1
    return value(text: prefix.dropFirst(quotes).dropLast(quotes), isRaw: isRaw, isBytes: isBytes)
  }

  /// The text between quotes. `isFormat`: doubled braces stand for one.
  package static func value(text: ArraySlice<UInt8>, isRaw: Bool, isBytes: Bool, isFormat: Bool = false) -> String {
    guard text.contains(where: { $0 == UInt8(ascii: "\\") || $0 == 0x0D || (isFormat && ($0 == 0x7B || $0 == 0x7D)) })
    else { return String(decoding: text, as: UTF8.self) }
    var reader = Reader(rest: text, isRaw: isRaw, isBytes: isBytes, isFormat: isFormat)
    reader.run()
    return String(decoding: reader.output, as: UTF8.self)
  }

  /// The bytes of a string of Python 2 as `repr` wrote it, quotes taken off: `\xHH` is a byte of an encoding that only
  /// the program knows. Of unicode text it is a character, and what comes out is UTF-8. `repr` doubles the backslash of
  /// bytes that merely look like `\uXXXX`, so that is a character in either.
  ///
  /// - Parameter keepsSurrogates: Whether the halves of a pair stay what they are, in three bytes each as Python writes
  ///   them, instead of becoming replacement characters.
  package static func bytes(text: ArraySlice<UInt8>, isUnicode: Bool, keepsSurrogates: Bool = false) -> [UInt8] {
    var reader = Reader(
      rest: text, isRaw: false, isBytes: !isUnicode && keepsSurrogates, isFormat: false, keepsBytes: !isUnicode,
      keepsSurrogates: keepsSurrogates)
    reader.run()
    return reader.output
  }

  private struct Reader {
    var rest: ArraySlice<UInt8>
    let isRaw: Bool
    let isBytes: Bool
    let isFormat: Bool
    /// Whether numbers below 256 stay bytes rather than become characters.
    var keepsBytes = false
    var keepsSurrogates = false
    var output: [UInt8] = []

    mutating func run() {
      while let byte = rest.popFirst() {
        switch byte {
        case 0x0D:
          if rest.first == 0x0A { rest.removeFirst() }
          output.append(0x0A)
        case 0x7B where isFormat, 0x7D where isFormat:
          if rest.first == byte { rest.removeFirst() }
          output.append(byte)
        case UInt8(ascii: "\\") where !isRaw:
          escape()
        default:
          output.append(byte)
        }
      }
    }

    private mutating func escape() {
      guard let byte = rest.popFirst() else { return output.append(UInt8(ascii: "\\")) }
      switch byte {
      case 0x0A: break
      case 0x0D: if rest.first == 0x0A { rest.removeFirst() }
      case UInt8(ascii: "n"): output.append(0x0A)
      case UInt8(ascii: "t"): output.append(0x09)
      case UInt8(ascii: "r"): output.append(0x0D)
      case UInt8(ascii: "a"): output.append(0x07)
      case UInt8(ascii: "b"): output.append(0x08)
      case UInt8(ascii: "f"): output.append(0x0C)
      case UInt8(ascii: "v"): output.append(0x0B)
      case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): output.append(byte)
      case UInt8(ascii: "x"): number(radix: 16, least: 2, most: 2, else: byte)
      case UInt8(ascii: "u") where !isBytes: number(radix: 16, least: 4, most: 4, else: byte)
      case UInt8(ascii: "U") where !isBytes: number(radix: 16, least: 8, most: 8, else: byte)
      case UInt8(ascii: "0")...UInt8(ascii: "7"):
        octal(byte)
      default:
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      }
    }

    private mutating func number(radix: UInt32, least: Int, most: Int, else marker: UInt8) {
      var value: UInt32 = 0
      var count = 0
      while count < most, let byte = rest.dropFirst(count).first, let digit = digit(byte), digit < radix {
        value = value &* radix &+ digit
        count += 1
      }
      guard count >= least else {
        output.append(UInt8(ascii: "\\"))
        output.append(marker)
        return
      }
      rest = rest.dropFirst(count)
      append(value)
    }

    /// One to three octal digits, of which the first has been taken.
    private mutating func octal(_ first: UInt8) {
      var value = UInt32(first) - 0x30
      for _ in 0..<2 {
        guard let byte = rest.first, 0x30...0x37 ~= byte else { break }
        value = value * 8 + UInt32(byte) - 0x30
        rest.removeFirst()
      }
      append(value)
    }

    private mutating func append(_ value: UInt32) {
      if keepsBytes, let byte = UInt8(exactly: value) { return output.append(byte) }
      if keepsSurrogates, 0xD800...0xDFFF ~= value {
        let (middle, last) = (UInt8(value >> 6 & 0x3F), UInt8(value & 0x3F))
        return output.append(contentsOf: [0xED, 0x80 | middle, 0x80 | last])
      }
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private func digit(_ byte: UInt8) -> UInt32? {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
      case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 0x57
      case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 0x37
      default: nil
      }
    }
  }
}
