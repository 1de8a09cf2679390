extension Tokenizer {
  /// Format strings inside format strings, beyond which braces are taken for text.
  static let formatDepthLimit = 6

  func prefix(_ range: Range<Int>) -> StringPrefix? {
    var prefix = StringPrefix()
    for index in range {
      switch bytes[index] | 0x20 {
      case UInt8(ascii: "r"): prefix.insert(.raw)
      case UInt8(ascii: "b"): prefix.insert(.bytes)
      case UInt8(ascii: "u"): prefix.insert(.unicode)
      case UInt8(ascii: "f"): prefix.insert(.format)
      case UInt8(ascii: "t"): prefix.insert(.template)
      default: return nil
      }
    }
    if range.count < 2 { return prefix }
    // Two letters are those of `r` and another: `ur` is Python 2's, and `ru` nobody's.
    let isPair = range.count == 2 && prefix.contains(.raw) && prefix != .raw
    return isPair && !(prefix.contains(.unicode) && bytes[range.lowerBound] | 0x20 == UInt8(ascii: "r")) ? prefix : nil
  }

  /// Reads a string whose prefix has been passed; `position` is at its quote.
  mutating func readString(from start: Int, prefix: StringPrefix) -> Token {
    var prefix = prefix
    let quote = bytes[position]
    if byte(position + 1) == quote, byte(position + 2) == quote { prefix.insert(.tripleQuoted) }
    let hasBraces = prefix.contains(.format) || prefix.contains(.template)
    if hasBraces, start >= brokenFormatUntil {
      var reached = position
      if let close = closeOfFormat(openedAt: position, prefix: prefix, level: 0, reached: &reached) {
        position = close
        return Token(kind: .string, start: start, end: close, string: prefix)
      }
      brokenFormatUntil = reached
    }
    guard let close = closeOfPlain(position, isTriple: prefix.contains(.tripleQuoted)) else {
      // Unterminated: only the quote is given up, or the rest of the line for a one-line string.
      let isTriple = prefix.contains(.tripleQuoted)
      rejectUnterminated(isTriple: isTriple, at: position)
      if isTriple { position += 3 } else { skipComment() }
      return Token(kind: .invalid, start: start, end: position)
    }
    position = close
    return Token(kind: .string, start: start, end: close, string: prefix)
  }

  private mutating func rejectUnterminated(isTriple: Bool, at open: Int) {
    // Lines are counted once, for the first fault alone.
    guard faults.python3 == nil || faults.python2 == nil else { return }
    func lines(to offset: Int) -> Int {
      1 + bytes[..<min(offset, end)].count { $0 == 0x0A }
    }
    var last = open
    if isTriple {
      last = bytes.last == 0x0A ? end - 1 : end
    } else {
      // The backslash at the end of a line goes on with the string.
      while last < end, bytes[last] != 0x0A, bytes[last] != 0x0D {
        last += bytes[last] == UInt8(ascii: "\\") && last + 1 < end ? 2 : 1
      }
    }
    reject(
      "unterminated \(isTriple ? "triple-quoted " : "")string literal (detected at line \(lines(to: last)))", at: open)
  }

  /// The offset after the closing quotes of a string without nested expressions.
  private mutating func closeOfPlain(_ open: Int, isTriple: Bool) -> Int? {
    let quote = bytes[open]
    let kind = quote == UInt8(ascii: "\"") ? 0 : 1
    if isTriple, open >= unclosedTriple[kind] { return nil }
    var index = open + (isTriple ? 3 : 1)
    while index < end {
      let current = bytes[index]
      if current == UInt8(ascii: "\\") {
        // A backslash before CR LF joins the lines, so both bytes belong to it.
        index += byte(index + 1) == 0x0D && byte(index + 2) == 0x0A ? 3 : 2
      } else if current == quote {
        if !isTriple { return index + 1 }
        if byte(index + 1) == quote, byte(index + 2) == quote { return index + 3 }
        index += 1
      } else if !isTriple, current == 0x0A || current == 0x0D {
        return nil
      } else {
        index += 1
      }
    }
    if isTriple { unclosedTriple[kind] = min(unclosedTriple[kind], open) }
    return nil
  }

  /// The offset after the closing quotes of a format string (PEP 701: its expressions may hold the same quotes).
  /// `reached` becomes the furthest offset looked at.
  private func closeOfFormat(openedAt open: Int, prefix: StringPrefix, level: Int, reached: inout Int) -> Int? {
    let quote = bytes[open]
    let isTriple = byte(open + 1) == quote && byte(open + 2) == quote
    var index = open + (isTriple ? 3 : 1)
    while index < end {
      let current = bytes[index]
      reached = max(reached, index)
      if current == UInt8(ascii: "\\") {
        index = afterEscape(index, prefix)
      } else if current == quote {
        if !isTriple { return index + 1 }
        if byte(index + 1) == quote, byte(index + 2) == quote { return index + 3 }
        index += 1
      } else if current == UInt8(ascii: "{"), byte(index + 1) == current {
        index += 2
      } else if current == UInt8(ascii: "{") {
        guard level < Self.formatDepthLimit,
          let close = closeOfField(from: index + 1, level: level, reached: &reached)
        else { return nil }
        index = close
      } else if !isTriple, current == 0x0A || current == 0x0D {
        return nil
      } else {
        index += 1
      }
    }
    return nil
  }

  /// The offset after an escape in a format string, where the braces of `\N{DASH}` hold no expression.
  func afterEscape(_ index: Int, _ prefix: StringPrefix) -> Int {
    guard byte(index + 1) == UInt8(ascii: "N"), byte(index + 2) == UInt8(ascii: "{"), !prefix.contains(.raw) else {
      return prefix.contains(.raw) && byte(index + 1) == UInt8(ascii: "{") ? index + 1 : index + 2
    }
    var close = index + 3
    while close < min(end, index + 100), Self.continuesName(bytes[close]) || " -".utf8.contains(bytes[close]) {
      close += 1
    }
    return byte(close) == UInt8(ascii: "}") ? close + 1 : index + 2
  }

  /// The offset after the brace that closes a replacement field.
  private func closeOfField(from start: Int, level: Int, reached: inout Int) -> Int? {
    var index = start
    var nesting = 0
    while index < end {
      let current = bytes[index]
      reached = max(reached, index)
      switch current {
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        guard let close = closeOfFormat(openedAt: index, prefix: [], level: level + 1, reached: &reached) else {
          return nil
        }
        index = close
      case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["):
        nesting += 1
        index += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        nesting -= 1
        index += 1
      case UInt8(ascii: "}"):
        if nesting <= 0 { return index + 1 }
        nesting -= 1
        index += 1
      default:
        index += 1
      }
    }
    return nil
  }
}
