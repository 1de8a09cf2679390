extension Tokenizer {
  /// At most this many blocks within blocks are told apart (CPython allows 100).
  static let indentationLimit = 100

  /// Reads the blanks that begin a logical line; `nil` when the line stays on its level.
  mutating func readIndentation() -> Token? {
    var column = 0
    var narrow = 0
    while position < end {
      switch bytes[position] {
      case 0x20:
        column += 1
        narrow += 1
        position += 1
      case 0x09:
        column = (column / 8 + 1) * 8
        narrow += 1
        position += 1
      case 0x0C:
        (column, narrow) = (0, 0)
        position += 1
      case UInt8(ascii: "#"):
        skipComment()
      case 0x0A, 0x0D:
        consumeNewline()
        (column, narrow) = (0, 0)
      default:
        return changeIndentation(to: column, narrow)
      }
    }
    return nil
  }

  /// - Parameter narrow: the column where a tab counts as one blank. Python 3 wants lines to compare alike in both ways.
  private mutating func changeIndentation(to column: Int, _ narrow: Int) -> Token? {
    atLineStart = false
    let current = indents.last ?? 0
    if column > current {
      if narrow <= narrowIndents.last ?? 0 { rejectTabs() }
      guard indents.count < Self.indentationLimit else {
        reject("too many levels of indentation", at: position, kind: .indentation)
        return nil
      }
      indents.append(column)
      narrowIndents.append(narrow)
      return Token(kind: .indent, start: position, end: position)
    }
    var closed = 0
    while let level = indents.last, level > column, indents.count > 1 {
      indents.removeLast()
      narrowIndents.removeLast()
      closed += 1
    }
    if indents.last != column {
      reject("unindent does not match any outer indentation level", at: position, kind: .indentation)
    } else if narrowIndents.last != narrow {
      rejectTabs()
    }
    guard closed > 0 else { return nil }
    // A line that returns to no level is taken for the level above, which is what its author saw.
    pendingDedents = closed - 1
    return Token(kind: .dedent, start: position, end: position)
  }

  private mutating func rejectTabs() {
    reject("inconsistent use of tabs and spaces in indentation", at: position, kind: .tabs, by: .python3)
  }
}
