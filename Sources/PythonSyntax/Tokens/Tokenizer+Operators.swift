extension Tokenizer {
  mutating func readOperator() -> Token {
    let start = position
    let first = bytes[start]
    let second = byte(start + 1)
    let third = byte(start + 2)
    func take(_ kind: Token.Kind, _ length: Int = 1) -> Token {
      Token(kind: kind, start: start, end: start + length)
    }
    func arithmetic(_ kind: Token.Kind, _ double: Token.Kind? = nil) -> Token {
      if let double, second == first {
        return third == UInt8(ascii: "=") ? augmented(double, 3) : take(double, 2)
      }
      return second == UInt8(ascii: "=") ? augmented(kind, 2) : take(kind)
    }
    func augmented(_ base: Token.Kind, _ length: Int) -> Token {
      Token(kind: .augmented, start: start, end: start + length, base: base)
    }
    let isAssigned = second == UInt8(ascii: "=")
    let token: Token
    switch first {
    case UInt8(ascii: "("): token = take(.leftParen)
    case UInt8(ascii: ")"): token = take(.rightParen)
    case UInt8(ascii: "["): token = take(.leftBracket)
    case UInt8(ascii: "]"): token = take(.rightBracket)
    case UInt8(ascii: "{"): token = take(.leftBrace)
    case UInt8(ascii: "}"): token = take(.rightBrace)
    case UInt8(ascii: ","): token = take(.comma)
    case UInt8(ascii: ":"): token = isAssigned ? take(.walrus, 2) : take(.colon)
    case UInt8(ascii: ";"): token = take(.semicolon)
    case UInt8(ascii: "."): token = second == first && third == first ? take(.ellipsis, 3) : take(.dot)
    case UInt8(ascii: "`"): token = take(.backquote)
    case UInt8(ascii: "~"): token = take(.tilde)
    case UInt8(ascii: "="): token = isAssigned ? take(.equal, 2) : take(.assign)
    case UInt8(ascii: "!"): token = isAssigned ? take(.notEqual, 2) : take(.invalid)
    case UInt8(ascii: "+"): token = arithmetic(.plus)
    case UInt8(ascii: "-"): token = second == UInt8(ascii: ">") ? take(.arrow, 2) : arithmetic(.minus)
    case UInt8(ascii: "*"): token = arithmetic(.star, .doubleStar)
    case UInt8(ascii: "/"): token = arithmetic(.slash, .doubleSlash)
    case UInt8(ascii: "%"): token = arithmetic(.percent)
    case UInt8(ascii: "@"): token = arithmetic(.at)
    case UInt8(ascii: "&"): token = arithmetic(.ampersand)
    case UInt8(ascii: "|"): token = arithmetic(.pipe)
    case UInt8(ascii: "^"): token = arithmetic(.caret)
    case UInt8(ascii: "<"):
      if second == UInt8(ascii: ">") {
        token = take(.notEqual, 2)
      } else if isAssigned {
        token = take(.lessEqual, 2)
      } else {
        token = second == first ? arithmetic(.less, .leftShift) : take(.less)
      }
    case UInt8(ascii: ">"):
      if isAssigned {
        token = take(.greaterEqual, 2)
      } else {
        token = second == first ? arithmetic(.greater, .rightShift) : take(.greater)
      }
    default:
      if first == UInt8(ascii: "\\") {
        reject(
          start + 1 < end ? "unexpected character after line continuation character" : "unexpected EOF while parsing",
          at: start)
      }
      token = take(.invalid)
    }
    position = min(token.end, end)
    switch token.kind {
    case .leftParen, .leftBracket, .leftBrace:
      depth += 1
      brackets.append(start)
      if depth > Self.bracketLimit { reject("too many nested parentheses", at: start) }
    case .rightParen, .rightBracket, .rightBrace: closeBracket(at: start)
    default: break
    }
    return token
  }

  /// As many brackets as CPython takes within each other.
  static let bracketLimit = 200

  private mutating func closeBracket(at offset: Int) {
    depth = max(0, depth - 1)
    guard let open = brackets.popLast() else {
      if !isField { reject("unmatched '\(character(offset))'", at: offset) }
      return
    }
    // In ASCII a closing bracket is one or two after its opening one.
    guard bytes[offset] &- bytes[open] > 2, faults.isEmpty else { return }
    let lines = bytes[..<offset].count { $0 == 0x0A } - bytes[..<open].count { $0 == 0x0A }
    let place = lines == 0 ? "" : " on line \(1 + bytes[..<open].count { $0 == 0x0A })"
    reject(
      "closing parenthesis '\(character(offset))' does not match opening parenthesis '\(character(open))'\(place)",
      at: offset)
  }

  private func character(_ offset: Int) -> Character { Character(Unicode.Scalar(bytes[offset])) }
}
