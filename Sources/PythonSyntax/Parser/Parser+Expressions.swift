extension Parser {
  /// Expressions with commas: one alone, or a tuple.
  mutating func parseTuple(allowsAs: Bool = false) throws(Mismatch) -> UInt32 {
    let start = token.start
    patternDepth += allowsAs ? 1 : 0
    let first = try parseStarredOrTest()
    guard token.kind == .comma else {
      patternDepth -= allowsAs ? 1 : 0
      return first
    }
    let mark = scratch.count
    scratch.append(first)
    while accept(.comma), startsExpression {
      scratch.append(try parseStarredOrTest())
    }
    patternDepth -= allowsAs ? 1 : 0
    return add(.tuple, at: start, Node.none, finishList(from: mark))
  }

  /// Whether the token can begin an expression, asked after a comma that may be the last.
  var startsExpression: Bool {
    switch token.kind {
    case .name:
      !Keyword.isReserved(token.symbol) || token.isKeyword(.not) || token.isKeyword(.lambda) || token.isKeyword(.yield)
    case .number, .string, .leftParen, .leftBracket, .leftBrace, .backquote, .plus, .minus, .tilde, .star, .doubleStar,
      .ellipsis:
      true
    default: false
    }
  }

  mutating func parseStarredOrTest() throws(Mismatch) -> UInt32 {
    let start = token.start
    if accept(.star) { return add(.starred, at: start, try parseTest()) }
    if accept(.doubleStar) { return add(.doubleStarred, at: start, try parseTest()) }
    return try parseNamedTest()
  }

  /// A test, perhaps named: `name := test`.
  mutating func parseNamedTest() throws(Mismatch) -> UInt32 {
    let start = token.start
    if token.isKeyword(.yield) { return try parseYield() }
    let value = try parseTest()
    if token.kind == .walrus, nodes[Int(value)].kind == .name {
      witness(3, "an assignment expression", at: start)
      advance()
      return add(.walrus, at: start, value, try parseTest())
    }
    if patternDepth > 0, accept(.as) { _ = try takeName() }
    return value
  }

  mutating func parseYield() throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    if accept(.from) {
      witness(3, "yield from", at: start)
      return add(.yieldFrom, at: start, try parseTest())
    }
    return add(.yield, at: start, startsExpression ? try parseTuple() : Node.none)
  }

  /// A lambda, a conditional expression or an operation.
  mutating func parseTest() throws(Mismatch) -> UInt32 {
    try enter()
    defer { leave() }
    let start = token.start
    if token.isKeyword(.yield) { return try parseYield() }
    if accept(.lambda) {
      let parameters = try parseParameters(until: .colon)
      try expect(.colon)
      return add(.lambda, at: start, parameters, try parseTest())
    }
    let value = try parseBinary(0)
    guard patternGuardAllowsConditional, token.isKeyword(.if) else { return value }
    advance()
    let test = try parseBinary(0)
    try expect(.else)
    let alternative = try parseTest()
    return add(.conditional, at: start, Node.none, makeList(test, value, alternative))
  }

  /// `case x if y:` and the conditions of comprehensions end a test, so an `if` there begins no alternative.
  private var patternGuardAllowsConditional: Bool { patternDepth == 0 && !inComprehension }

  /// What `for` or a comprehension assigns to: operands with commas, up to `in`.
  mutating func parseTargets() throws(Mismatch) -> UInt32 {
    let start = token.start
    let mark = scratch.count
    repeat {
      guard startsExpression else { break }
      scratch.append(try parseTarget())
    } while accept(.comma)
    guard scratch.count > mark else { throw mismatch("expected a target") }
    let isSingle = scratch.count == mark + 1 && tokens.byte(token.start &- 1) != UInt8(ascii: ",")
    if isSingle { return scratch.removeLast() }
    return add(.tuple, at: start, Node.none, finishList(from: mark))
  }

  mutating func parseTarget() throws(Mismatch) -> UInt32 {
    let start = token.start
    if accept(.star) { return add(.starred, at: start, try parseBinary(Self.bitOrLevel)) }
    return try parseBinary(Self.bitOrLevel)
  }
}
