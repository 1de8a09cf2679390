import PythonSyntax
import SavedObjects

/// Decodes the ways in which the formats write text and bytes, exactly: what is no Unicode stays what it is.
enum EscapedText {
  /// The body of a Python literal. Of text, halves of a surrogate pair side by side become the one character that a
  /// Python 2 with 16-bit text meant by them.
  static func literal(_ body: ArraySlice<UInt8>, isUnicode: Bool) -> [UInt8] {
    let bytes = StringLiteral.bytes(text: body, isUnicode: isUnicode, keepsSurrogates: true)
    return isUnicode ? joiningSurrogates(bytes) : bytes
  }

  /// The raw-unicode-escape codec: Latin-1 with `\uXXXX` and `\UXXXXXXXX`. A backslash before anything else stands for
  /// itself, together with what follows it.
  static func rawUnicode(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = body
    while let byte = rest.popFirst() {
      guard byte == 0x5C, let mark = rest.popFirst() else {
        append(UInt32(byte), to: &result)
        continue
      }
      let width = mark == UInt8(ascii: "u") ? 4 : mark == UInt8(ascii: "U") ? 8 : 0
      let digits = rest.prefix(width)
      if width > 0, digits.count == width, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) {
        rest.removeFirst(width)
        append(code, to: &result)
      } else {
        append(UInt32(byte), to: &result)
        append(UInt32(mark), to: &result)
      }
    }
    return joiningSurrogates(result)
  }

  /// A marmalade `<unicode value="">`: newlines and tabs are undone first, whatever stands before them, as Twisted does.
  static func markupUnicode(_ raw: ArraySlice<UInt8>) -> [UInt8] {
    var body: [UInt8] = []
    for byte in unescapedMarkup(raw) {
      if body.last == 0x5C, byte == UInt8(ascii: "n") || byte == UInt8(ascii: "t") {
        body[body.count - 1] = byte == UInt8(ascii: "n") ? 0x0A : 0x09
      } else {
        body.append(byte)
      }
    }
    return rawUnicode(body[...])
  }

  static func unescapedMarkup(_ raw: ArraySlice<UInt8>) -> [UInt8] { MarkupText.unescape(raw) }

  /// Bytes that were written as the characters of the same numbers; `nil` where a character is none of them.
  static func latin1(_ utf8: ArraySlice<UInt8>) -> [UInt8]? {
    guard let text = String(validating: utf8, as: UTF8.self) else { return nil }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  /// The code points of text, lone surrogates among them; bytes that are no UTF-8 count one by one.
  static func codePoints(_ text: [UInt8]) -> [UInt32] {
    var points: [UInt32] = []
    var index = 0
    while index < text.count {
      let lead = text[index]
      let length = lead < 0x80 ? 1 : lead >> 5 == 0b110 ? 2 : lead >> 4 == 0b1110 ? 3 : lead >> 3 == 0b11110 ? 4 : 1
      let tail = text[index...].dropFirst().prefix(length - 1)
      guard length > 1, tail.count == length - 1, tail.allSatisfy({ $0 & 0xC0 == 0x80 }) else {
        points.append(UInt32(lead))
        index += 1
        continue
      }
      points.append(tail.reduce(UInt32(lead) & (0x7F >> UInt32(length))) { $0 << 6 | UInt32($1 & 0x3F) })
      index += length
    }
    return points
  }

  private static func joiningSurrogates(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(0xED) else { return text }
    var result: [UInt8] = []
    var high: UInt32?
    for point in codePoints(text) {
      if let half = high {
        high = nil
        if 0xDC00...0xDFFF ~= point {
          append(0x10000 + (half - 0xD800) << 10 + (point - 0xDC00), to: &result)
          continue
        }
        append(half, to: &result)
      }
      if 0xD800...0xDBFF ~= point { high = point } else { append(point, to: &result) }
    }
    if let high { append(high, to: &result) }
    return result
  }

  private static func append(_ code: UInt32, to bytes: inout [UInt8]) {
    switch code {
    case 0..<0x80: bytes.append(UInt8(code))
    case 0..<0x800: bytes += [0xC0 | UInt8(code >> 6), 0x80 | UInt8(code & 0x3F)]
    case 0..<0x10000:
      bytes += [0xE0 | UInt8(code >> 12), 0x80 | UInt8(code >> 6 & 0x3F), 0x80 | UInt8(code & 0x3F)]
    case 0..<0x110000:
      bytes += [
        0xF0 | UInt8(code >> 18), 0x80 | UInt8(code >> 12 & 0x3F), 0x80 | UInt8(code >> 6 & 0x3F),
        0x80 | UInt8(code & 0x3F),
      ]
    default: append(0xFFFD, to: &bytes)
    }
  }
}
