extension Parser {
  mutating func parseFunction(at start: Int, decorators: UInt32, isAsync: Bool) throws(Mismatch) -> UInt32 {
    advance()
    let name = try takeName()
    try skipTypeParameters()
    guard accept(.leftParen) else { throw mismatch("expected '('") }
    let outer = context
    let parameters = try parseParameters(until: .rightParen)
    let symbols = list(parameters).map { nodes[Int($0)].first }.filter { $0 != Node.none }
    context = outer
    try expect(.rightParen)
    if token.kind == .arrow {
      witness(3, "an annotated function", at: start)
      advance()
      _ = try parseTest()
    }
    let inner = Context(isFunction: true, isAsync: isAsync, parameters: symbols)
    let block = try inside(inner) { (parser) throws(Mismatch) in
      try parser.parseBlock(of: "function definition", at: start)
    }
    return add(.function, at: start, of: name, makeList(parameters, block, decorators), detail: isAsync ? 1 : 0)
  }

  mutating func parseClass(at start: Int, decorators: UInt32) throws(Mismatch) -> UInt32 {
    advance()
    let name = try takeName()
    try skipTypeParameters()
    var arguments = Node.none
    if accept(.leftParen) {
      arguments = try parseArguments()
      rejectGenerator(among: arguments)
    }
    if arguments == Node.none {
      arguments = makeList()
    } else if hasKeyword(arguments) {
      witness(3, "a class with keyword arguments", at: start)
    }
    let block = try inside(Context(isClass: true)) { (parser) throws(Mismatch) in
      try parser.parseBlock(of: "class definition", at: start)
    }
    return add(.classDefinition, at: start, of: name, makeList(arguments, block, decorators))
  }

  /// A class inherits from no generator without brackets.
  private mutating func rejectGenerator(among arguments: UInt32) {
    for id in list(arguments) {
      let node = nodes[Int(id)]
      if node.kind == .comprehension, node.detail == Node.Comprehension.generator.rawValue,
        tokens.byte(Int(node.offset)) != UInt8(ascii: "(")
      {
        reject(at: Int(node.offset))
      }
    }
  }

  /// A function of its own, for as long as a part of the lists is held, adding to them would copy them all.
  private func hasKeyword(_ arguments: UInt32) -> Bool {
    list(arguments).contains { nodes[Int($0)].kind == .keywordArgument }
  }

  /// The parameters of a function or lambda; only a function's can be annotated.
  mutating func parseParameters(until end: Token.Kind) throws(Mismatch) -> UInt32 {
    let mark = scratch.count
    var order = ParameterOrder()
    while token.kind != end {
      let parameter = try parseParameter(isLambda: end == .colon)
      check(parameter, &order, since: mark)
      scratch.append(parameter)
      guard accept(.comma) else { break }
    }
    if token.kind != end, let last = scratch.last, scratch.count > mark, nodes[Int(last)].second != Node.none {
      throw misplaced(after: Int(nodes[Int(nodes[Int(last)].second)].offset), nil)
    }
    if order.isBare { reject("named arguments must follow bare *", at: order.star) }
    return finishList(from: mark)
  }

  private struct ParameterOrder {
    var hasDefault = false
    var hasStar = false
    var hasDoubleStar = false
    var hasSlash = false
    /// Nothing has followed a `*` without a name yet.
    var isBare = false
    var star = 0
  }

  private mutating func check(_ parameter: UInt32, _ order: inout ParameterOrder, since mark: Int) {
    let node = nodes[Int(parameter)]
    let offset = Int(node.offset)
    if order.hasDoubleStar { reject("arguments cannot follow var-keyword argument", at: offset) }
    switch Node.Parameter(rawValue: node.detail) {
    case .star:
      if order.hasStar { reject("* argument may appear only once", at: offset) }
      (order.hasStar, order.isBare, order.star) = (true, node.first == Node.none, offset)
    case .doubleStar:
      if order.isBare { reject("named arguments must follow bare *", at: order.star) }
      (order.hasDoubleStar, order.isBare) = (true, false)
    case .slash:
      if order.hasSlash {
        reject("/ may appear only once", at: offset)
      } else if order.hasStar {
        reject("/ must be ahead of *", at: offset)
      } else if scratch.count == mark {
        reject("at least one argument must precede /", at: offset)
      }
      order.hasSlash = true
    default:
      order.isBare = false
      if order.hasStar {
        reject(at: offset, by: .python2)
      } else if node.second != Node.none {
        order.hasDefault = true
      } else if order.hasDefault {
        reject("non-default argument follows default argument", at: offset)
      }
    }
    guard node.first != Node.none, scratch[mark...].suffix(256).contains(where: { nodes[Int($0)].first == node.first })
    else { return }
    reject("duplicate argument '\(names.text(node.first))' in function definition", at: offset, phase: .names)
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
      if token.kind == .comma || token.kind == .rightParen {
        witness(3, "keyword-only parameters", at: start)
        return add(.parameter, at: start, detail: kind.rawValue)
      }
      symbol = try takeName()
    case .doubleStar:
      kind = .doubleStar
      advance()
      symbol = try takeName()
    case .leftParen:
      witness(
        2, "a tuple parameter", at: start,
        says: "\(isLambda ? "Lambda expression" : "Function") parameters cannot be parenthesized")
      check(try parseTest(), as: .target)
    default:
      symbol = try takeName()
    }
    if !isLambda, token.kind == .colon {
      witness(3, "an annotated function", at: start)
      advance()
      _ = kind == .star ? try parseStarredOrTest() : try parseTest()
    }
    if token.kind == .assign, kind != .ordinary {
      throw mismatch(
        "\(kind == .star ? "var-positional" : "var-keyword") argument cannot have default value", at: token.start)
    }
    var fallback = Node.none
    if accept(.assign) {
      if token.kind == .comma || token.kind == .rightParen { throw mismatch("expected default value expression") }
      fallback = try parseTest()
    }
    return add(.parameter, at: start, of: symbol, fallback, detail: kind.rawValue)
  }
}
