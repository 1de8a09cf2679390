extension Parser {
  /// Parses the compound statement that a keyword begins, into `scratch`; false when it begins none.
  mutating func parseCompound(_ keyword: Keyword) throws(Mismatch) -> Bool {
    let start = token.start
    switch keyword {
    case .if: scratch.append(try parseIf())
    case .while: scratch.append(try parseWhile())
    case .for: scratch.append(try parseFor())
    case .try: scratch.append(try parseTry())
    case .with: scratch.append(try parseWith())
    case .def: scratch.append(try parseFunction(at: start, decorators: makeList(), isAsync: false))
    case .class: scratch.append(try parseClass(at: start, decorators: makeList()))
    case .async:
      guard Tokenizer.startsName(byteAfterToken()) else { return false }
      return try parseAsync(decorators: makeList())
    case .match:
      guard startsMatch() else { return false }
      scratch.append(try parseMatch())
    default: return false
    }
    return true
  }

  /// The statements after a colon: an indented block, or the rest of the line. A missing block is an empty one.
  mutating func parseBlock() throws(Mismatch) -> UInt32 {
    try expect(.colon)
    try enter()
    let mark = scratch.count
    if accept(.newline) {
      if accept(.indent) {
        while token.kind != .dedent, token.kind != .endOfFile { parseStatementOrSkip() }
        _ = accept(.dedent)
      } else {
        note("an indented block was expected", at: token.start)
      }
    } else if token.kind != .endOfFile {
      try parseStatement()
    }
    leave()
    return finishList(from: mark)
  }

  private mutating func parseIf() throws(Mismatch) -> UInt32 {
    let start = token.start
    let mark = scratch.count
    repeat {
      advance()
      scratch.append(try parseNamedTest())
      scratch.append(try parseBlock())
    } while token.isKeyword(.elif)
    if accept(.else) {
      scratch.append(Node.none)
      scratch.append(try parseBlock())
    }
    return add(.if, at: start, Node.none, finishList(from: mark))
  }

  private mutating func parseElse() throws(Mismatch) -> UInt32 {
    accept(.else) ? try parseBlock() : Node.none
  }

  private mutating func parseWhile() throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    let test = try parseNamedTest()
    let block = try parseBlock()
    let otherwise = try parseElse()
    return add(.while, at: start, Node.none, makeList(test, block, otherwise))
  }

  private mutating func parseFor() throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    let target = try parseTargets()
    try expect(.in)
    let iterable = try parseTuple()
    let block = try parseBlock()
    let otherwise = try parseElse()
    return add(.for, at: start, Node.none, makeList(target, iterable, block, otherwise))
  }

  private mutating func parseTry() throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    let block = try parseBlock()
    let mark = scratch.count
    scratch.append(contentsOf: [block, Node.none, Node.none])
    while token.isKeyword(.except) { scratch.append(try parseHandler()) }
    scratch[mark + 1] = try parseElse()
    if accept(.finally) { scratch[mark + 2] = try parseBlock() }
    return add(.try, at: start, Node.none, finishList(from: mark))
  }

  private mutating func parseHandler() throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    if accept(.star) { witness(3, "except*", at: start) }
    var type = Node.none
    var target = Node.none
    if token.kind != .colon {
      type = try parseTest()
      if accept(.as) {
        target = try parseTest()
      } else if accept(.comma) {
        witness(2, "except with a comma", at: start)
        target = try parseTest()
      }
    }
    let block = try parseBlock()
    return add(.handler, at: start, type, makeList(target, block))
  }

  private mutating func parseWith() throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    let mark = scratch.count
    scratch.append(Node.none)
    let before = (tokens, token, nodes.count, lists.count, depth)
    // `with (a as b, c as d):` of Python 3.9 is tried when the plain form does not fit.
    do throws(Mismatch) {
      try parseWithItems()
      guard token.kind == .colon else { throw mismatch("expected a colon") }
    } catch {
      guard before.1.kind == .leftParen else { throw error }
      scratch.removeSubrange((mark + 1)...)
      (tokens, token) = (before.0, before.1)
      depth = before.4
      advance()
      witness(3, "with items in brackets", at: start)
      try parseWithItems()
      try expect(.rightParen)
    }
    scratch[mark] = try parseBlock()
    return add(.with, at: start, Node.none, finishList(from: mark))
  }

  private mutating func parseWithItems() throws(Mismatch) {
    repeat {
      if token.kind == .rightParen { break }
      let offset = token.start
      let context = try parseTest()
      let target = accept(.as) ? try parseTarget() : Node.none
      scratch.append(add(.withItem, at: offset, context, target))
    } while accept(.comma)
  }

  private mutating func parseAsync(decorators: UInt32) throws(Mismatch) -> Bool {
    let before = (tokens, token)
    let start = token.start
    advance()
    switch Keyword(rawValue: token.symbol) {
    case .def where token.kind == .name:
      scratch.append(try parseFunction(at: start, decorators: decorators, isAsync: true))
    case .for where token.kind == .name: scratch.append(try parseFor())
    case .with where token.kind == .name: scratch.append(try parseWith())
    default:
      (tokens, token) = before
      return false
    }
    witness(3, "async", at: start)
    return true
  }

  mutating func parseDecorated() throws(Mismatch) {
    let mark = scratch.count
    while accept(.at) {
      scratch.append(try parseNamedTest())
      guard accept(.newline) || token.kind == .endOfFile else { throw mismatch("something follows the decorator") }
    }
    let decorators = finishList(from: mark)
    let start = token.start
    if token.isKeyword(.def) {
      scratch.append(try parseFunction(at: start, decorators: decorators, isAsync: false))
    } else if token.isKeyword(.class) {
      scratch.append(try parseClass(at: start, decorators: decorators))
    } else if token.isKeyword(.async) {
      _ = try parseAsync(decorators: decorators)
    } else {
      note("a decorator with nothing to decorate", at: start)
    }
  }
}
