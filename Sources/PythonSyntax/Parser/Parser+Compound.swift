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
  ///
  /// - Parameters:
  ///   - construct: what it is the block of, as Python names it.
  ///   - start: where that begins.
  ///   - test: the condition before the colon.
  mutating func parseBlock(
    of construct: StaticString, at start: Int, after test: UInt32? = nil
  ) throws(Mismatch) -> UInt32 {
    guard token.kind == .colon else { throw missingColon(construct, after: test) }
    advance()
    try enter()
    let mark = scratch.count
    if accept(.newline) {
      if accept(.indent) {
        while token.kind != .dedent, token.kind != .endOfFile { parseStatementOrSkip() }
        _ = accept(.dedent)
      } else {
        rejectMissingBlock(of: construct, at: start)
      }
    } else if token.kind != .endOfFile {
      try parseStatements()
    } else {
      rejectMissingBlock(of: construct, at: start)
    }
    leave()
    return finishList(from: mark)
  }

  private mutating func rejectMissingBlock(of construct: StaticString, at start: Int) {
    let message = "expected an indented block after \(construct) on line \(source.line(at: start))"
    // The line that the last one is on, where the source ends.
    let offset = token.start >= tokens.end ? max(start, lastOffset) : token.start
    note(message, at: offset)
    reject(message, at: offset, kind: .indentation)
  }

  /// The offset of the last byte that does not end a line.
  private var lastOffset: Int {
    tokens.bytes[..<tokens.end].lastIndex { $0 != 0x0A && $0 != 0x0D } ?? 0
  }

  private mutating func missingColon(_ construct: StaticString, after test: UInt32?) -> Mismatch {
    // What these words begin can only go on with a colon; elsewhere an operator may have been meant.
    let isForced = ["'else'", "'try'", "'final", "functio"].contains { "\(construct)".hasPrefix($0) }
    if token.kind == .newline || isForced { return mismatch("expected ':'", at: token.start) }
    let found = mismatch()
    guard token.kind == .assign, faults.python3 == nil else { return found }
    return misplacedAssignment(to: test) ?? found
  }

  private mutating func parseIf() throws(Mismatch) -> UInt32 {
    let start = token.start
    let mark = scratch.count
    repeat {
      let branch = token.start
      advance()
      let test = try parseNamedTest()
      scratch.append(test)
      scratch.append(
        try parseBlock(of: branch == start ? "'if' statement" : "'elif' statement", at: branch, after: test))
    } while token.isKeyword(.elif)
    let last = token.start
    if accept(.else) {
      scratch.append(Node.none)
      scratch.append(try parseBlock(of: "'else' statement", at: last))
    }
    return add(.if, at: start, finishList(from: mark))
  }

  private mutating func parseElse() throws(Mismatch) -> UInt32 {
    let start = token.start
    return accept(.else) ? try parseBlock(of: "'else' statement", at: start) : Node.none
  }

  private mutating func parseWhile() throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    let test = try parseNamedTest()
    let block = try inLoop { (parser) throws(Mismatch) in
      try parser.parseBlock(of: "'while' statement", at: start, after: test)
    }
    let otherwise = try parseElse()
    return add(.while, at: start, makeList(test, block, otherwise))
  }

  private mutating func parseFor() throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    let target = try parseTargets()
    try expect(.in)
    check(target, as: .target)
    let iterable = try parseTuple()
    let block = try inLoop { (parser) throws(Mismatch) in try parser.parseBlock(of: "'for' statement", at: start) }
    let otherwise = try parseElse()
    return add(.for, at: start, makeList(target, iterable, block, otherwise))
  }

  private mutating func parseTry() throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    let block = try parseBlock(of: "'try' statement", at: start)
    let mark = scratch.count
    scratch.append(contentsOf: [block, Node.none, Node.none])
    while token.isKeyword(.except) {
      if let last = scratch.last, scratch.count > mark + 3, nodes[Int(last)].first == Node.none {
        reject("default 'except:' must be last", at: Int(nodes[Int(last)].offset), phase: .code)
      }
      let start = token.start
      let handler = try parseHandler()
      if scratch.count > mark + 3, let last = scratch.last, nodes[Int(last)].detail != nodes[Int(handler)].detail {
        throw mismatch("cannot have both 'except' and 'except*' on the same 'try'", at: start)
      }
      scratch.append(handler)
    }
    if scratch.count > mark + 3 { scratch[mark + 1] = try parseElse() }
    let final = token.start
    if accept(.finally) {
      scratch[mark + 2] = try parseBlock(of: "'finally' statement", at: final)
    } else if scratch.count == mark + 3 {
      // The statement is kept: what follows may still be read.
      reject("expected 'except' or 'finally' block", at: token.start >= tokens.end ? lastOffset : token.start)
    }
    return add(.try, at: start, finishList(from: mark))
  }

  private mutating func parseHandler() throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    let isGroup = accept(.star)
    if isGroup {
      witness(3, "except*", at: start)
      if token.kind == .colon { throw mismatch("expected one or more exception types") }
    }
    var type = Node.none
    var target = Node.none
    if token.kind != .colon {
      type = try parseTest()
      if accept(.as) {
        target = add(.name, at: token.start, of: try takeName())
      } else if accept(.comma) {
        witness(2, "except with a comma", at: start, says: "multiple exception types must be parenthesized")
        target = try parseTest()
        check(target, as: .target)
      }
    }
    let outer = (context.isGroup, context.isGroupLoop)
    if isGroup { (context.isGroup, context.isGroupLoop) = (true, true) }
    let block = try parseBlock(of: isGroup ? "'except*' statement" : "'except' statement", at: start)
    (context.isGroup, context.isGroupLoop) = outer
    return add(.handler, at: start, of: type, makeList(target, block), detail: isGroup ? 1 : 0)
  }

  private mutating func parseWith() throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    let mark = scratch.count
    scratch.append(Node.none)
    let before = (tokens, token, faults, evidence, depth, height)
    // `with (a as b, c as d):` of Python 3.9 is tried when the plain form does not fit.
    do throws(Mismatch) {
      try parseWithItems()
      guard token.kind == .colon else { throw missingColon("'with' statement", after: nil) }
    } catch {
      guard before.1.kind == .leftParen else { throw error }
      scratch.removeSubrange((mark + 1)...)
      (tokens, token, faults, evidence, depth, height) = before
      advance()
      witness(3, "with items in brackets", at: start)
      try parseWithItems()
      try expect(.rightParen)
    }
    scratch[mark] = try parseBlock(of: "'with' statement", at: start)
    return add(.with, at: start, finishList(from: mark))
  }

  private mutating func parseWithItems() throws(Mismatch) {
    repeat {
      if token.kind == .rightParen { break }
      let offset = token.start
      let context = try parseTest()
      let target = accept(.as) ? try parseTarget() : Node.none
      if target != Node.none { check(target, as: .target) }
      scratch.append(add(.withItem, at: offset, of: context, target))
    } while accept(.comma)
  }

  private mutating func parseAsync(decorators: UInt32) throws(Mismatch) -> Bool {
    let before = (tokens, token)
    let start = token.start
    advance()
    switch Keyword(rawValue: token.symbol) {
    case .def where token.kind == .name:
      scratch.append(try parseFunction(at: start, decorators: decorators, isAsync: true))
    case .for where token.kind == .name:
      if !context.isAsync { reject("'async for' outside async function", at: start, phase: .code) }
      scratch.append(try parseFor())
    case .with where token.kind == .name:
      if !context.isAsync { reject("'async with' outside async function", at: start, phase: .code) }
      scratch.append(try parseWith())
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
      guard accept(.newline) || token.kind == .endOfFile else { throw mismatch() }
    }
    let decorators = finishList(from: mark)
    let start = token.start
    if token.isKeyword(.def) {
      scratch.append(try parseFunction(at: start, decorators: decorators, isAsync: false))
    } else if token.isKeyword(.class) {
      scratch.append(try parseClass(at: start, decorators: decorators))
    } else if token.isKeyword(.async) {
      guard try parseAsync(decorators: decorators) else { throw mismatch(at: start) }
    } else {
      throw mismatch()
    }
  }
}
