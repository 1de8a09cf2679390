extension Parser {
  mutating func parseAtom() throws(Mismatch) -> UInt32 {
    let start = token.start
    switch token.kind {
    case .name:
      guard !Keyword.isReserved(token.symbol) else { throw mismatch() }
      let symbol = token.symbol
      if symbol == Keyword.async.rawValue || symbol == Keyword.await.rawValue || symbol == Keyword.nonlocal.rawValue {
        reject(at: start, by: .python3)
      }
      advance()
      return add(.name, at: start, of: symbol)
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
      return add(.backquote, at: start, of: value)
    default: throw mismatch()
    }
  }

  private mutating func parseNumber() -> UInt32 {
    let literal = tokens.bytes[token.start..<token.end]
    if let last = literal.last, last | 0x20 == UInt8(ascii: "l") {
      witness(2, "a long integer", at: token.start, says: nil)
    } else if literal.contains(UInt8(ascii: "_")) {
      witness(3, "an underscore in a number", at: token.start, says: nil)
    } else if literal.count > 1, literal.first == UInt8(ascii: "0"), literal.allSatisfy({ 0x30...0x37 ~= $0 }),
      literal.contains(where: { $0 != 0x30 })
    {
      witness(2, "an octal number without 0o", at: token.start, says: nil)
    }
    let node = add(.number, at: token.start, of: UInt32(token.end - token.start))
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
      return members.isComprehension ? members.id : add(.list, at: start, members.id)
    default:
      advance()
      return try parseBraces(at: start)
    }
  }

  private mutating func parseParenthesised(at start: Int) throws(Mismatch) -> UInt32 {
    if accept(.rightParen) { return add(.tuple, at: start, makeList()) }
    if token.isKeyword(.yield) {
      let value = try parseYield()
      try expect(.rightParen)
      return value
    }
    let count = nodes.count
    let first = try parseStarredOrTest()
    if startsComprehension {
      let value = try parseComprehension(first, .generator, since: count, at: start)
      try expect(.rightParen)
      return value
    }
    var last = Int(nodes[Int(first)].offset)
    guard token.kind == .comma else {
      try close(.rightParen, after: last, first)
      if nodes[Int(first)].kind == .starred { reject("cannot use starred expression here", at: last) }
      return first
    }
    let mark = scratch.count
    scratch.append(first)
    while accept(.comma), token.kind != .rightParen {
      last = token.start
      scratch.append(try parseStarredOrTest())
    }
    try close(.rightParen, after: last)
    return add(.tuple, at: start, finishList(from: mark))
  }

  /// The members of a list or set up to its closing bracket, or a comprehension.
  private mutating func parseMembers(
    until end: Token.Kind, at start: Int, _ kind: Node.Comprehension
  ) throws(Mismatch) -> (id: UInt32, isComprehension: Bool) {
    let mark = scratch.count
    var last = start
    while token.kind != end {
      last = token.start
      let count = nodes.count
      let value = try parseStarredOrTest()
      if startsComprehension {
        guard scratch.count == mark else { throw unbracketedTarget(after: start) }
        let id = try parseComprehension(value, kind, since: count, at: start)
        try expect(end)
        return (id, true)
      }
      scratch.append(value)
      guard accept(.comma) else { break }
    }
    try close(end, after: last, scratch.count > mark ? scratch.last : nil)
    return (finishList(from: mark), false)
  }

  private func unbracketedTarget(after start: Int) -> Mismatch {
    mismatch("did you forget parentheses around the comprehension target?", at: start)
  }

  private mutating func parseBraces(at start: Int) throws(Mismatch) -> UInt32 {
    if accept(.rightBrace) { return add(.dictionary, at: start, makeList()) }
    let mark = scratch.count
    var isDictionary = false
    var isSet = false
    var last = start
    while token.kind != .rightBrace {
      last = token.start
      if token.kind == .doubleStar {
        witness(3, "an unpacked dictionary", at: token.start)
        if isSet { throw mismatch() }
        advance()
        isDictionary = true
        scratch.append(Node.none)
        scratch.append(try parseBinary(Self.bitOrLevel))
        if startsComprehension { reject("dict unpacking cannot be used in dict comprehension", at: last) }
      } else {
        let count = nodes.count
        let key = try parseStarredOrTest()
        if token.kind == .colon {
          let isNamed = nodes[Int(key)].kind == .walrus && Int(nodes[Int(key)].offset) == last
          if isSet || isNamed || nodes[Int(key)].kind == .starred { throw mismatch() }
          advance()
          isDictionary = true
          last = token.start
          if token.kind == .rightBrace || token.kind == .comma {
            throw mismatch("expression expected after dictionary key and ':'", at: last)
          }
          let value = patternDepth > 0 ? try parseNamedTest() : try parseTest()
          if startsComprehension {
            guard scratch.count == mark else { throw mismatch() }
            let id = try parseComprehension(key, .dictionary, value: value, since: count, at: start)
            try expect(.rightBrace)
            return id
          }
          scratch.append(key)
          scratch.append(value)
        } else if startsComprehension {
          guard scratch.count == mark else { throw isDictionary ? mismatch() : unbracketedTarget(after: start) }
          let id = try parseComprehension(key, .set, since: count, at: start)
          try expect(.rightBrace)
          return id
        } else {
          if isDictionary { throw mismatch("':' expected after dictionary key", at: last) }
          isSet = true
          scratch.append(key)
        }
      }
      guard accept(.comma) else { break }
    }
    try close(.rightBrace, after: last, isSet ? scratch.last : nil)
    return add(isDictionary ? .dictionary : .set, at: start, finishList(from: mark))
  }
}
