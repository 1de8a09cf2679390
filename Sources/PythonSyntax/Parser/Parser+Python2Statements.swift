extension Parser {
  /// Whether `print` begins Python 2's statement rather than a call or the use of a name.
  func startsPrintStatement() -> Bool {
    let after = byteAfterToken()
    if after == UInt8(ascii: ">") { return nextBytes(">>") }
    return startsOperand(after) && !isOperatorWord()
  }

  func startsExecStatement() -> Bool {
    let after = byteAfterToken()
    return (Tokenizer.startsName(after) || after == UInt8(ascii: "'") || after == UInt8(ascii: "\""))
      && !isOperatorWord()
  }

  private func nextBytes(_ text: StaticString) -> Bool {
    let index = offsetAfterToken()
    return text.withUTF8Buffer { buffer in
      buffer.indices.allSatisfy { tokens.byte(index + $0) == buffer[$0] }
    } && tokens.byte(index + 2) != UInt8(ascii: "=")
  }

  /// Bytes that begin an operand but cannot follow one. A minus or a bracket could do either; after `print` and a blank
  /// the statement is meant, since nobody subscripts or subtracts from the function.
  private func startsOperand(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "~"): true
    case UInt8(ascii: "["), UInt8(ascii: "-"): tokens.byte(token.end) == 0x20
    default: Tokenizer.continuesName(byte)
    }
  }

  /// `print in x`, `print if y`: the name is an operand.
  private func isOperatorWord() -> Bool {
    var index = offsetAfterToken()
    var word: [UInt8] = []
    while word.count < 4, Tokenizer.continuesName(tokens.byte(index)) {
      word.append(tokens.byte(index))
      index += 1
    }
    return ["in", "is", "if", "and", "or", "for"].contains { Array($0.utf8) == word }
  }

  mutating func parsePrint() throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    let mark = scratch.count
    // Python 3 takes `print >>file, text` for a shift, and fails only when it runs.
    let isShift = token.kind == .rightShift
    witness(
      2, "a print statement", at: start,
      says: isShift ? nil : "Missing parentheses in call to 'print'. Did you mean print(...)?")
    if accept(.rightShift) {
      _ = try parseTest()
      if !accept(.comma), !endsStatement { throw mismatch() }
    }
    while !endsStatement {
      scratch.append(try parseTest())
      guard accept(.comma) else { break }
    }
    return add(.print, at: start, finishList(from: mark))
  }

  /// `exec code in globals, locals`; parsing `code in globals` as a comparison loses nothing.
  mutating func parseExec() throws(Mismatch) -> UInt32 {
    let start = token.start
    witness(2, "an exec statement", at: start, says: "Missing parentheses in call to 'exec'. Did you mean exec(...)?")
    advance()
    let mark = scratch.count
    repeat { scratch.append(try parseTest()) } while accept(.comma)
    return add(.exec, at: start, finishList(from: mark))
  }
}
