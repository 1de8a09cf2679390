/// Decodes the ways in which Python writes text into files.
enum PythonText {
  /// Bytes of unknown encoding: UTF-8 if they are, else Latin-1, which never fails.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    return text
  }

  /// The body of a string literal (without quotes). In a byte string `\xHH` is a byte, else a code point.
  static func decode(literal body: ArraySlice<UInt8>, unicode: Bool) -> String {
    guard body.contains(0x5C) else { return decode(body) }
    var result: [UInt8] = []
    result.reserveCapacity(body.count)
    var index = body.startIndex
    while index < body.endIndex {
      let byte = body[index]
      index += 1
      guard byte == 0x5C, index < body.endIndex else {
        result.append(byte)
        continue
      }
      let escape = body[index]
      index += 1
      switch escape {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "a"): result.append(0x07)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "v"): result.append(0x0B)
      case 0x0A: break
      case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): result.append(escape)
      case UInt8(ascii: "0")...UInt8(ascii: "7"):
        append(number(body, from: index - 1, digits: 3, radix: 8, &index), unicode: unicode, to: &result)
      case UInt8(ascii: "x"):
        append(number(body, from: index, digits: 2, radix: 16, &index), unicode: unicode, to: &result)
      case UInt8(ascii: "u"):
        append(number(body, from: index, digits: 4, radix: 16, &index), unicode: true, to: &result)
      case UInt8(ascii: "U"):
        append(number(body, from: index, digits: 8, radix: 16, &index), unicode: true, to: &result)
      default:
        result.append(0x5C)
        result.append(escape)
      }
    }
    return decode(result[...])
  }

  /// The raw-unicode-escape codec: Latin-1 with `\uXXXX` and `\UXXXXXXXX`. Marmalade also writes newlines and tabs as
  /// `\n` and `\t`.
  static func decode(rawUnicode body: ArraySlice<UInt8>, newlines: Bool = false) -> String {
    var text = ""
    var index = body.startIndex
    while index < body.endIndex {
      let byte = body[index]
      index += 1
      guard byte == 0x5C, index < body.endIndex else {
        text.unicodeScalars.append(Unicode.Scalar(byte))
        continue
      }
      let escape = body[index]
      var code: UInt32?
      var end = index + 1
      switch escape {
      case UInt8(ascii: "u"): code = number(body, from: end, digits: 4, radix: 16, &end)
      case UInt8(ascii: "U"): code = number(body, from: end, digits: 8, radix: 16, &end)
      case UInt8(ascii: "n") where newlines: code = 0x0A
      case UInt8(ascii: "t") where newlines: code = 0x09
      default: break
      }
      if let code {
        index = end
        text.unicodeScalars.append(Unicode.Scalar(code) ?? "\u{FFFD}")
      } else {
        text.unicodeScalars.append("\\")
      }
    }
    return text
  }

  /// Up to `digits` digits from `start` on; `end` moves behind them. Nil when there is none.
  private static func number(
    _ body: ArraySlice<UInt8>, from start: Int, digits: Int, radix: UInt32, _ end: inout Int
  ) -> UInt32? {
    var value: UInt32 = 0
    var index = start
    while index < body.endIndex, index < start + digits, let digit = digitValue(body[index]), digit < radix {
      value = value &* radix &+ digit
      index += 1
    }
    guard index > start else { return nil }
    end = index
    return value
  }

  private static func append(_ code: UInt32?, unicode: Bool, to result: inout [UInt8]) {
    guard let code else {
      result.append(UInt8(ascii: "?"))
      return
    }
    if code < 0x80 || (!unicode && code < 0x100) {
      result.append(UInt8(truncatingIfNeeded: code))
    } else {
      result.append(contentsOf: String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    }
  }

  private static func digitValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
