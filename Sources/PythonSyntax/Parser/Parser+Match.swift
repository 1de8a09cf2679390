extension Parser {
  /// Whether the word `match` begins a match statement: the line goes on with a subject and ends with a colon (PEP 634).
  func startsMatch() -> Bool {
    let after = byteAfterToken()
    switch after {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "{"): return true
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "."),
      UInt8(ascii: "~"):
      return lineEndsWithColon()
    default: return Tokenizer.continuesName(after) && lineEndsWithColon()
    }
  }

  private func lineEndsWithColon() -> Bool {
    var ahead = tokens
    var last = Token.Kind.invalid
    // A subject is short; this bound keeps lines that are full of `match` linear.
    for _ in 0..<200 {
      let next = ahead.next()
      switch next.kind {
      case .newline, .endOfFile: return last == .colon
      case .assign, .augmented, .semicolon: if ahead.depth == 0 { return false }
      default: break
      }
      last = next.kind
    }
    return false
  }

  mutating func parseMatch() throws(Mismatch) -> UInt32 {
    let start = token.start
    witness(3, "match", at: start)
    advance()
    let subject = try parseTuple(isNamed: true)
    guard accept(.colon) else { throw token.kind == .newline ? mismatch("expected ':'") : mismatch() }
    guard accept(.newline) else { throw mismatch() }
    guard accept(.indent) else {
      let message = "expected an indented block after 'match' statement on line \(source.line(at: start))"
      throw Mismatch(message: message, offset: token.start, kind: .indentation, reached: token.start)
    }
    let mark = scratch.count
    var last: (name: String, node: Node)?
    while token.isKeyword(.case) {
      if let (name, node) = last { rejectUnreachable(after: name, at: node) }
      let branch = try parseCase(&last)
      scratch.append(branch)
    }
    if token.kind != .dedent || scratch.count == mark { reject(at: token.start) }
    while token.kind != .dedent, token.kind != .endOfFile {
      let inner = scratch.count
      parseStatementOrSkip()
      scratch.removeSubrange(inner...)
    }
    _ = accept(.dedent)
    return add(.match, at: start, of: subject, finishList(from: mark))
  }

  /// Patterns have the shape of expressions, but for `as`, which stands where an operator would.
  ///
  /// - Parameter always: becomes what lets everything pass, if the pattern does.
  private mutating func parseCase(_ always: inout (name: String, node: Node)?) throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    let pattern = try parseTuple(isPattern: true)
    let checked = checkPattern(pattern)
    always = token.isKeyword(.if) ? nil : checked.irrefutable.map { ($0, nodes[Int(pattern)]) }
    let guardTest = accept(.if) ? try parseNamedTest() : Node.none
    let block = try parseBlock(of: "'case' statement", at: start)
    return add(.matchCase, at: start, of: pattern, makeList(guardTest, block))
  }
}
