extension Parser {
  /// An atom with the attributes, calls and subscripts that follow it.
  mutating func parsePostfix() throws(Mismatch) -> UInt32 {
    let start = token.start
    if token.isKeyword(.await), Tokenizer.continuesName(byteAfterToken()), !nextWordIsOperator() {
      witness(3, "await", at: start)
      advance()
      return add(.await, at: start, try parsePostfix(entering: ()))
    }
    var value = try parseAtom()
    while true {
      switch token.kind {
      case .dot:
        advance()
        guard token.kind == .name else { throw mismatch("expected an attribute") }
        value = add(.attribute, at: token.start, value, token.symbol)
        advance()
      case .leftParen:
        advance()
        let arguments = try outsidePattern { (parser) throws(Mismatch) in try parser.parseArguments() }
        witnessPrintCall(value, arguments)
        value = add(.call, at: Int(nodes[Int(value)].offset), value, arguments)
      case .leftBracket:
        advance()
        let index = try outsidePattern { (parser) throws(Mismatch) in try parser.parseSubscript() }
        try expect(.rightBracket)
        value = add(.subscript, at: start, value, index)
      default:
        return value
      }
    }
  }

  private mutating func parsePostfix(entering: Void) throws(Mismatch) -> UInt32 {
    try enter()
    defer { leave() }
    return try parsePostfix()
  }

  private func nextWordIsOperator() -> Bool {
    var ahead = tokens
    let next = ahead.next()
    let word = next.kind == .name ? tokens.bytes[next.start..<next.end] : []
    return ["in", "is", "if", "and", "or", "for", "not", "else", "as"].contains { word.elementsEqual($0.utf8) }
  }

  /// `print(x, file=f)` without the function is no Python 2.
  private mutating func witnessPrintCall(_ callee: UInt32, _ arguments: UInt32) {
    let node = nodes[Int(callee)]
    guard node.kind == .name, node.first == Keyword.print.rawValue, !importsPrintFunction else { return }
    let members = lists[Int(arguments) + 1..<Int(arguments) + 1 + Int(lists[Int(arguments)])]
    if members.contains(where: { nodes[Int($0)].kind == .keywordArgument }) {
      witness(3, "print with keyword arguments", at: Int(node.offset))
    }
  }

  /// Whether the source asks for `print` as a function, which Python 2.6 can give.
  private var importsPrintFunction: Bool { names.find("print_function") != nil }

  /// Runs inside brackets, where an `if` begins a conditional expression again.
  mutating func outsidePattern<Value>(
    _ body: (inout Parser) throws(Mismatch) -> Value
  ) throws(Mismatch) -> Value {
    let before = inComprehension
    inComprehension = false
    let value = try body(&self)
    inComprehension = before
    return value
  }

  /// The arguments of a call, whose opening bracket has been passed, and the closing one.
  mutating func parseArguments() throws(Mismatch) -> UInt32 {
    let mark = scratch.count
    while token.kind != .rightParen {
      let start = token.start
      var value = try parseStarredOrTest()
      if token.kind == .assign, nodes[Int(value)].kind == .name {
        advance()
        let symbol = nodes[Int(value)].first
        value = add(.keywordArgument, at: start, symbol, try parseStarredOrTest())
      } else if startsComprehension {
        value = try parseComprehension(value, .generator, at: start)
      }
      scratch.append(value)
      guard accept(.comma) else { break }
    }
    try expect(.rightParen)
    return finishList(from: mark)
  }

  private mutating func parseSubscript() throws(Mismatch) -> UInt32 {
    let start = token.start
    let first = try parseSlice()
    guard token.kind == .comma else { return first }
    let mark = scratch.count
    scratch.append(first)
    while accept(.comma), token.kind != .rightBracket { scratch.append(try parseSlice()) }
    return add(.tuple, at: start, Node.none, finishList(from: mark))
  }

  private mutating func parseSlice() throws(Mismatch) -> UInt32 {
    let start = token.start
    var bounds = [Node.none, Node.none, Node.none]
    var index = 0
    while index < 3 {
      if token.kind != .colon, token.kind != .rightBracket, token.kind != .comma {
        bounds[index] = try parseStarredOrTest()
      }
      guard token.kind == .colon else { break }
      advance()
      index += 1
    }
    if index == 0 {
      guard bounds[0] != Node.none else { throw mismatch("expected an index") }
      return bounds[0]
    }
    return add(.slice, at: start, Node.none, makeList(bounds[0], bounds[1], bounds[2]))
  }
}
