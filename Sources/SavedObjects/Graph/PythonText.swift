import PythonSyntax

/// Decodes the ways in which Python writes text into files.
package enum PythonText {
  /// Bytes of unknown encoding: UTF-8 if they are, else Latin-1, which never fails.
  package static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = ""
    for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    return text
  }

  /// The body of a string literal (without quotes). In a byte string `\xHH` is a byte, else a code point.
  package static func decode(literal body: ArraySlice<UInt8>, unicode: Bool) -> String {
    guard body.contains(0x5C) else { return decode(body) }
    return decode(StringLiteral.bytes(text: body, isUnicode: unicode)[...])
  }

  /// The raw-unicode-escape codec: Latin-1 with `\uXXXX` and `\UXXXXXXXX`. Marmalade also writes newlines and tabs as
  /// `\n` and `\t`.
  package static func decode(rawUnicode body: ArraySlice<UInt8>, newlines: Bool = false) -> String {
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

  private static func digitValue(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
