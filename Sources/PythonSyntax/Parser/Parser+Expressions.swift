extension Parser {
  /// What an assignment takes its value from: expressions with commas, or a `yield`.
  mutating func parseTupleOrYield() throws(Mismatch) -> UInt32 {
    token.isKeyword(.yield) ? try parseYield() : try parseTuple()
  }

  /// Expressions with commas: one alone, or a tuple.
  ///
  /// - Parameter isNamed: whether `name := value` may stand among them.
  mutating func parseTuple(isPattern: Bool = false, isNamed: Bool = false) throws(Mismatch) -> UInt32 {
    let start = token.start
    patternDepth += isPattern ? 1 : 0
    defer { patternDepth -= isPattern ? 1 : 0 }
    let first = try parseMember(isNamed: isNamed || isPattern)
    guard token.kind == .comma else {
      if nodes[Int(first)].kind == .starred, !isPattern, token.kind != .assign {
        reject("can't use starred expression here", at: start, phase: .code)
      }
      return first
    }
    let mark = scratch.count
    scratch.append(first)
    while accept(.comma), startsExpression {
      scratch.append(try parseMember(isNamed: isNamed || isPattern))
    }
    return add(.tuple, at: start, finishList(from: mark))
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

  private mutating func parseMember(isNamed: Bool) throws(Mismatch) -> UInt32 {
    isNamed || token.kind == .star ? try parseStarredOrTest() : try parseTest()
  }

  mutating func parseStarredOrTest() throws(Mismatch) -> UInt32 {
    let start = token.start
    if accept(.star) {
      reject(at: start, by: .python2)
      return add(.starred, at: start, of: try parseBinary(Self.bitOrLevel))
    }
    // In the pattern of a `case` it stands before what is left of a mapping.
    if patternDepth > 0, accept(.doubleStar) { return add(.doubleStarred, at: start, of: try parseTest()) }
    return try parseNamedTest()
  }

  /// A test, perhaps named: `name := test`.
  mutating func parseNamedTest() throws(Mismatch) -> UInt32 {
    let start = token.start
    let value = try parseTest()
    if token.kind == .walrus { return try parseNamed(value, at: start) }
    if patternDepth > 0, accept(.as) {
      let place = token.start
      let symbol = try takeName()
      let name = add(.name, at: place, of: symbol)
      return add(.walrus, at: start, of: name, value)
    }
    return value
  }

  /// What follows the name in `name := test`.
  private mutating func parseNamed(_ target: UInt32, at start: Int) throws(Mismatch) -> UInt32 {
    guard nodes[Int(target)].kind == .name else {
      throw mismatch("cannot use assignment expressions with \(expressionName(target))", at: start)
    }
    witness(3, "an assignment expression", at: start)
    check(target, as: .target)
    walruses.append((nodes[Int(target)].first, start))
    advance()
    return add(.walrus, at: start, of: target, try parseTest())
  }

  mutating func parseYield() throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    if !context.isFunction { reject("'yield' outside function", at: start, phase: .code) }
    yields.append(start)
    context.yields = true
    if context.isAsync, let returned = context.returned {
      reject("'return' with value in async generator", at: returned, phase: .names)
    }
    if accept(.from) {
      witness(3, "yield from", at: start)
      if context.isAsync { reject("'yield from' inside async function", at: start, phase: .code) }
      return add(.yieldFrom, at: start, of: try parseTest())
    }
    return add(.yield, at: start, of: startsExpression ? try parseTuple() : Node.none)
  }

  /// A lambda, a conditional expression or an operation.
  mutating func parseTest() throws(Mismatch) -> UInt32 {
    try enter()
    defer { leave() }
    let start = token.start
    if accept(.lambda) { return try parseLambda(at: start) }
    let value = try parseBinary(0)
    guard patternGuardAllowsConditional, token.isKeyword(.if) else { return value }
    advance()
    let test = try parseBinary(0)
    guard token.isKeyword(.else) else {
      // As for a colon, CPython has a word for it where nothing else could follow.
      throw token.kind == .colon ? mismatch() : mismatch("expected 'else' after 'if' expression", at: start)
    }
    advance()
    let alternative = try parseTest()
    return add(.conditional, at: start, makeList(test, value, alternative))
  }

  private mutating func parseLambda(at start: Int) throws(Mismatch) -> UInt32 {
    let outer = context
    defer { context = outer }
    let parameters = try parseParameters(until: .colon)
    try expect(.colon)
    let (yieldCount, walrusCount, first) = (yields.count, walruses.count, nodes.count)
    context = Context(isFunction: true, start: first)
    let value = try parseTest()
    yields.removeSubrange(min(yieldCount, yields.count)...)
    walruses.removeSubrange(min(walrusCount, walruses.count)...)
    shielded.append(first..<nodes.count)
    return add(.lambda, at: start, of: parameters, value)
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
    guard scratch.count > mark else { throw mismatch() }
    let isSingle = scratch.count == mark + 1 && tokens.byte(token.start &- 1) != UInt8(ascii: ",")
    if isSingle { return scratch.removeLast() }
    return add(.tuple, at: start, finishList(from: mark))
  }

  mutating func parseTarget() throws(Mismatch) -> UInt32 {
    let start = token.start
    if accept(.star) { return add(.starred, at: start, of: try parseBinary(Self.bitOrLevel)) }
    return try parseBinary(Self.bitOrLevel)
  }
}
