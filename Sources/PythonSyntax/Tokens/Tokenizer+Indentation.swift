extension Tokenizer {
  /// At most this many blocks within blocks are told apart (CPython allows 100).
  static let indentationLimit = 100

  /// Reads the blanks that begin a logical line; `nil` when the line stays on its level.
  mutating func readIndentation() -> Token? {
    var column = 0
    while position < end {
      switch bytes[position] {
      case 0x20:
        column += 1
        position += 1
      case 0x09:
        column = (column / 8 + 1) * 8
        position += 1
      case 0x0C:
        column = 0
        position += 1
      case UInt8(ascii: "#"):
        skipComment()
      case 0x0A, 0x0D:
        consumeNewline()
        column = 0
      default:
        return changeIndentation(to: column)
      }
    }
    return nil
  }

  private mutating func changeIndentation(to column: Int) -> Token? {
    atLineStart = false
    let current = indents.last ?? 0
    if column > current, indents.count < Self.indentationLimit {
      indents.append(column)
      return Token(kind: .indent, start: position, end: position)
    }
    var closed = 0
    while let level = indents.last, level > column, indents.count > 1 {
      indents.removeLast()
      closed += 1
    }
    guard closed > 0 else { return nil }
    // A line that returns to no level is taken for the level above, which is what its author saw.
    pendingDedents = closed - 1
    return Token(kind: .dedent, start: position, end: position)
  }
}
