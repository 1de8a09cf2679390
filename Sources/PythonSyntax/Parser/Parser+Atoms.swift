extension Parser {
  mutating func parseAtom() throws(Mismatch) -> UInt32 {
    let start = token.start
    switch token.kind {
    case .name:
      guard !Keyword.isReserved(token.symbol) else { throw mismatch("a keyword where a value should be") }
      let symbol = token.symbol
      advance()
      return add(.name, at: start, symbol)
    case .number: return parseNumber()
    case .string: return try parseStrings()
    case .ellipsis:
      advance()
      return add(.ellipsis, at: start)
    case .leftParen, .leftBracket, .leftBrace:
      return try outsidePattern { (parser) throws(Mismatch) in try parser.parseBracketed() }
    case .backquote:
      witness(2, "backquotes", at: start)
      advance()
      let value = try parseTuple()
      try expect(.backquote)
      return add(.backquote, at: start, value)
    case .endOfFile: throw mismatch("the source ends in the middle")
    case .newline: throw mismatch("the line ends in the middle")
    default: throw mismatch("a sign where a value should be")
    }
  }

  private mutating func parseNumber() -> UInt32 {
    let literal = tokens.bytes[token.start..<token.end]
    if let last = literal.last, last | 0x20 == UInt8(ascii: "l") {
      witness(2, "a long integer", at: token.start)
    } else if literal.contains(UInt8(ascii: "_")) {
      witness(3, "an underscore in a number", at: token.start)
    } else if literal.count > 1, literal.first == UInt8(ascii: "0"), literal.allSatisfy({ 0x30...0x37 ~= $0 }),
      literal.contains(where: { $0 != 0x30 })
    {
      witness(2, "an octal number without 0o", at: token.start)
    }
    let node = add(.number, at: token.start, UInt32(token.end - token.start))
    advance()
    return node
  }

  private mutating func parseBracketed() throws(Mismatch) -> UInt32 {
    let start = token.start
    switch token.kind {
    case .leftParen:
      advance()
      return try parseParenthesised(at: start)
    case .leftBracket:
      advance()
      let members = try parseMembers(until: .rightBracket, at: start, .list)
      return members.isComprehension ? members.id : add(.list, at: start, Node.none, members.id)
    default:
      advance()
      return try parseBraces(at: start)
    }
  }

  private mutating func parseParenthesised(at start: Int) throws(Mismatch) -> UInt32 {
    if accept(.rightParen) { return add(.tuple, at: start, Node.none, makeList()) }
    let first = try parseStarredOrTest()
    if startsComprehension {
      let value = try parseComprehension(first, .generator, at: start)
      try expect(.rightParen)
      return value
    }
    guard token.kind == .comma else {
      try expect(.rightParen)
      return first
    }
    let mark = scratch.count
    scratch.append(first)
    while accept(.comma), token.kind != .rightParen { scratch.append(try parseStarredOrTest()) }
    try expect(.rightParen)
    return add(.tuple, at: start, Node.none, finishList(from: mark))
  }

  /// The members of a list or set up to its closing bracket, or a comprehension.
  private mutating func parseMembers(
    until end: Token.Kind, at start: Int, _ kind: Node.Comprehension
  ) throws(Mismatch) -> (id: UInt32, isComprehension: Bool) {
    let mark = scratch.count
    while token.kind != end {
      let value = try parseStarredOrTest()
      if startsComprehension {
        let id = try parseComprehension(value, kind, at: start)
        try expect(end)
        return (id, true)
      }
      scratch.append(value)
      guard accept(.comma) else { break }
    }
    try expect(end)
    return (finishList(from: mark), false)
  }

  private mutating func parseBraces(at start: Int) throws(Mismatch) -> UInt32 {
    if accept(.rightBrace) { return add(.dictionary, at: start, Node.none, makeList()) }
    let mark = scratch.count
    var isDictionary = false
    while token.kind != .rightBrace {
      if token.kind == .doubleStar {
        witness(3, "an unpacked dictionary", at: token.start)
        advance()
        isDictionary = true
        scratch.append(Node.none)
        scratch.append(try parseBinary(Self.bitOrLevel))
      } else {
        let key = try parseStarredOrTest()
        if accept(.colon) {
          isDictionary = true
          let value = try parseStarredOrTest()
          if startsComprehension {
            let id = try parseComprehension(key, .dictionary, value: value, at: start)
            try expect(.rightBrace)
            return id
          }
          scratch.append(key)
          scratch.append(value)
        } else if startsComprehension {
          let id = try parseComprehension(key, .set, at: start)
          try expect(.rightBrace)
          return id
        } else {
          if isDictionary { throw mismatch("a dictionary entry without a value") }
          scratch.append(key)
        }
      }
      guard accept(.comma) else { break }
    }
    try expect(.rightBrace)
    return add(isDictionary ? .dictionary : .set, at: start, Node.none, finishList(from: mark))
  }

  var startsComprehension: Bool {
    token.isKeyword(.for) || (token.isKeyword(.async) && Tokenizer.startsName(byteAfterToken()))
  }

  mutating func parseComprehension(
    _ element: UInt32, _ kind: Node.Comprehension, value: UInt32 = Node.none, at start: Int
  ) throws(Mismatch) -> UInt32 {
    let mark = scratch.count
    scratch.append(value)
    while startsComprehension {
      if accept(.async) { witness(3, "async", at: start) }
      try expect(.for)
      scratch.append(try parseTargets())
      try expect(.in)
      inComprehension = true
      var iterable = try parseBinary(0)
      if kind == .list, token.kind == .comma {
        // Python 2 alone allows `[x for x in 1, 2]`.
        let inner = scratch.count
        scratch.append(iterable)
        while accept(.comma), startsExpression { scratch.append(try parseBinary(0)) }
        iterable = add(.tuple, at: start, Node.none, finishList(from: inner))
      }
      scratch.append(iterable)
      let conditions = scratch.count
      while accept(.if) { scratch.append(try parseNamedTest()) }
      inComprehension = false
      let list = finishList(from: conditions)
      scratch.append(list)
    }
    return add(.comprehension, at: start, element, finishList(from: mark), detail: kind.rawValue)
  }
}
