/// Splits the literals and constructor calls of an AOT file into tokens; a Python parser is not needed for them.
struct AOTLexer {
  enum Token: Equatable {
    case name(Range<Int>)
    /// The body of a string literal without its quotes; the prefix is `u`, `b`, or nothing.
    case string(Range<Int>, prefix: UInt8?, isRaw: Bool)
    case number(Range<Int>)
    case punctuation(UInt8)
    /// The end of a line; inside brackets it means nothing.
    case newline
    case end
    /// A string that lacks its closing quotes.
    case unterminated(Int)
  }

  let bytes: [UInt8]
  var position: Int

  /// The next token; blanks, comments and continued lines are passed over.
  mutating func next() -> Token {
    skipBlanks()
    guard position < bytes.count else { return .end }
    let start = position
    let byte = bytes[start]
    switch byte {
    case 0x0A:
      position += 1
      return .newline
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return string(prefix: nil, isRaw: false)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: ".") where digit(at: start + 1): return number()
    case UInt8(ascii: "_"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...0xFF:
      while position < bytes.count, isWord(bytes[position]) { position += 1 }
      return prefixedString(start) ?? .name(start..<position)
    default:
      position += 1
      return .punctuation(byte)
    }
  }

  func peek() -> Token {
    var copy = self
    return copy.next()
  }

  /// The number of the line that an offset lies on, from 1.
  func line(at offset: Int) -> Int {
    bytes[..<min(offset, bytes.count)].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0C {
        position += 1
      } else if byte == UInt8(ascii: "#") {
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      } else if byte == 0x5C, position + 1 < bytes.count, bytes[position + 1] == 0x0A {
        position += 2
      } else if byte == 0x5C, position + 2 < bytes.count, bytes[position + 1] == 0x0D, bytes[position + 2] == 0x0A {
        position += 3
      } else {
        return
      }
    }
  }

  /// Digits, letters, points and the sign of an exponent.
  private mutating func number() -> Token {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      let signed = (byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")) && position > start
      let exponent = signed && bytes[position - 1] | 0x20 == UInt8(ascii: "e")
      guard isWord(byte) || byte == UInt8(ascii: ".") || exponent else { break }
      position += 1
    }
    return .number(start..<position)
  }

  /// `u'…'`, `b"…"`, `r'…'`: a name of at most two letters right before a quote.
  private mutating func prefixedString(_ start: Int) -> Token? {
    guard position - start <= 2, position < bytes.count,
      bytes[position] == UInt8(ascii: "'") || bytes[position] == UInt8(ascii: "\"")
    else { return nil }
    var prefix: UInt8?
    var isRaw = false
    for byte in bytes[start..<position] {
      switch byte | 0x20 {
      case UInt8(ascii: "u"), UInt8(ascii: "b"): prefix = byte | 0x20
      case UInt8(ascii: "r"): isRaw = true
      default: return nil
      }
    }
    return string(prefix: prefix, isRaw: isRaw)
  }

  private mutating func string(prefix: UInt8?, isRaw: Bool) -> Token {
    let opening = position
    let quote = bytes[opening]
    let isTriple = bytes[opening...].prefix(3).elementsEqual([quote, quote, quote])
    position += isTriple ? 3 : 1
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x5C {
        position = min(position + 2, bytes.count)
      } else if byte == quote, !isTriple || bytes[position...].prefix(3).elementsEqual([quote, quote, quote]) {
        let body = start..<position
        position += isTriple ? 3 : 1
        return .string(body, prefix: prefix, isRaw: isRaw)
      } else if byte == 0x0A && !isTriple {
        return .unterminated(opening)
      } else {
        position += 1
      }
    }
    return .unterminated(opening)
  }

  private func digit(at index: Int) -> Bool {
    index < bytes.count && bytes[index] >= UInt8(ascii: "0") && bytes[index] <= UInt8(ascii: "9")
  }

  private func isWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
      || (byte >= 0x30 && byte <= 0x39)
  }
}
