extension Parser {
  mutating func parseFunction(at start: Int, decorators: UInt32, isAsync: Bool) throws(Mismatch) -> UInt32 {
    advance()
    let name = try takeName()
    try skipTypeParameters()
    try expect(.leftParen)
    let parameters = try parseParameters(until: .rightParen)
    try expect(.rightParen)
    if token.kind == .arrow {
      witness(3, "an annotated function", at: start)
      advance()
      _ = try parseTest()
    }
    let block = try parseBlock()
    return add(.function, at: start, name, makeList(parameters, block, decorators), detail: isAsync ? 1 : 0)
  }

  mutating func parseClass(at start: Int, decorators: UInt32) throws(Mismatch) -> UInt32 {
    advance()
    let name = try takeName()
    try skipTypeParameters()
    var arguments = Node.none
    if accept(.leftParen) { arguments = try parseArguments() }
    if arguments == Node.none {
      arguments = makeList()
    } else if lists[Int(arguments) + 1..<Int(arguments) + 1 + Int(lists[Int(arguments)])].contains(where: {
      nodes[Int($0)].kind == .keywordArgument
    }) {
      witness(3, "a class with keyword arguments", at: start)
    }
    let block = try parseBlock()
    return add(.classDefinition, at: start, name, makeList(arguments, block, decorators))
  }

  /// The parameters of a function or lambda; only a function's can be annotated.
  mutating func parseParameters(until end: Token.Kind) throws(Mismatch) -> UInt32 {
    let mark = scratch.count
    while token.kind != end {
      scratch.append(try parseParameter(isLambda: end == .colon))
      guard accept(.comma) else { break }
    }
    return finishList(from: mark)
  }

  private mutating func parseParameter(isLambda: Bool) throws(Mismatch) -> UInt32 {
    let start = token.start
    var kind = Node.Parameter.ordinary
    var symbol = Node.none
    switch token.kind {
    case .slash:
      advance()
      witness(3, "positional-only parameters", at: start)
      return add(.parameter, at: start, detail: Node.Parameter.slash.rawValue)
    case .star:
      kind = .star
      advance()
      if token.kind == .comma {
        witness(3, "keyword-only parameters", at: start)
        return add(.parameter, at: start, detail: kind.rawValue)
      }
      symbol = try takeName()
    case .doubleStar:
      kind = .doubleStar
      advance()
      symbol = try takeName()
    case .leftParen:
      witness(2, "a tuple parameter", at: start)
      _ = try parseTest()
    default:
      symbol = try takeName()
    }
    if !isLambda, token.kind == .colon {
      witness(3, "an annotated function", at: start)
      advance()
      _ = try parseStarredOrTest()
    }
    let fallback = accept(.assign) ? try parseTest() : Node.none
    return add(.parameter, at: start, symbol, fallback, detail: kind.rawValue)
  }
}
