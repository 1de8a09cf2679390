extension Parser {
  /// One compound statement, or the simple statements of a line.
  mutating func parseStatement() throws(Mismatch) {
    if token.kind == .at { return try parseDecorated() }
    if token.kind == .name, token.symbol < NameTable.keywordCount, let keyword = Keyword(rawValue: token.symbol),
      try parseCompound(keyword)
    {
      return
    }
    try parseStatements()
  }

  /// The simple statements of a line.
  mutating func parseStatements() throws(Mismatch) {
    repeat {
      if token.kind == .newline { break }
      if startsCompound {
        // Python 2 and 3 want a line of its own for it; it is read all the same.
        reject(at: token.start)
        return try parseStatement()
      }
      scratch.append(try parseSimple())
    } while accept(.semicolon)
    if token.kind == .newline {
      advance()
    } else if token.kind != .endOfFile {
      throw mismatch()
    }
  }

  private var startsCompound: Bool {
    guard token.kind == .name else { return false }
    switch Keyword(rawValue: token.symbol) {
    case .if, .while, .for, .try, .with, .def, .class: return true
    default: return false
    }
  }

  private mutating func parseSimple() throws(Mismatch) -> UInt32 {
    let start = token.start
    guard token.kind == .name, token.symbol < NameTable.keywordCount, let keyword = Keyword(rawValue: token.symbol)
    else { return try parseExpressionStatement() }
    switch keyword {
    case .pass:
      advance()
      return add(.pass, at: start)
    case .break:
      advance()
      if !context.isLoop { reject("'break' outside loop", at: start, phase: .code) }
      rejectLeaving(context.isGroupLoop && context.isLoop, at: start)
      return add(.break, at: start)
    case .continue:
      advance()
      if !context.isLoop { reject("'continue' not properly in loop", at: start, phase: .code) }
      rejectLeaving(context.isGroupLoop && context.isLoop, at: start)
      return add(.continue, at: start)
    case .return:
      advance()
      if !context.isFunction { reject("'return' outside function", at: start, phase: .code) }
      rejectLeaving(context.isGroup && context.isFunction, at: start)
      let value = endsStatement ? Node.none : try parseTuple()
      if value != Node.none { checkReturn(at: start) }
      return add(.return, at: start, of: value)
    case .import: return try parseImport()
    case .from: return try parseImportFrom()
    case .global: return try parseNames(.global)
    case .nonlocal where Tokenizer.continuesName(byteAfterToken()):
      witness(3, "nonlocal", at: start)
      return try parseNames(.nonlocal)
    case .del:
      advance()
      let mark = scratch.count
      let target = try parseTuple()
      check(target, as: .deletion)
      scratch.append(target)
      return add(.delete, at: start, finishList(from: mark))
    case .assert:
      advance()
      let condition = try parseTest()
      let message = accept(.comma) ? try parseTest() : Node.none
      return add(.assert, at: start, of: condition, message)
    case .raise: return try parseRaise()
    case .print where startsPrintStatement(): return try parsePrint()
    case .exec where startsExecStatement(): return try parseExec()
    case .type where Tokenizer.startsName(byteAfterToken()): return try parseTypeAlias()
    default: return try parseExpressionStatement()
    }
  }

  private mutating func rejectLeaving(_ isLeft: Bool, at offset: Int) {
    guard isLeft else { return }
    reject("'break', 'continue' and 'return' cannot appear in an except* block", at: offset, phase: .code)
  }

  /// A `return` with a value, which an asynchronous function that yields has none of.
  private mutating func checkReturn(at offset: Int) {
    context.returned = context.returned ?? offset
    if context.isAsync, context.yields {
      reject("'return' with value in async generator", at: offset, phase: .names)
    }
  }

  var endsStatement: Bool {
    token.kind == .newline || token.kind == .semicolon || token.kind == .endOfFile
  }

  private mutating func parseNames(_ kind: Node.Kind) throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    let mark = scratch.count
    repeat {
      let symbol = try takeName()
      checkDeclaration(of: symbol, as: kind == .global ? "global" : "nonlocal", at: start)
      scratch.append(symbol)
    } while accept(.comma)
    return add(kind, at: start, finishList(from: mark))
  }

  /// An expression, an assignment to one or more targets, an augmented or an annotated one.
  private mutating func parseExpressionStatement() throws(Mismatch) -> UInt32 {
    let start = token.start
    let first = try parseTupleOrYield()
    switch token.kind {
    case .assign:
      let mark = scratch.count
      var value = first
      while accept(.assign) {
        scratch.append(value)
        value = try parseTupleOrYield()
      }
      let isOnly = scratch.count == mark + 1
      if token.kind == .walrus || token.kind == .augmented { throw mismatch() }
      for target in scratch[mark...] { check(target, as: isOnly ? .assignment : .target) }
      if nodes[Int(scratch[mark])].kind == .tuple { witnessStarredTarget(nodes[Int(scratch[mark])]) }
      if token.kind == .colon { throw mismatch() }
      return add(.assign, at: start, of: value, finishList(from: mark))
    case .augmented:
      let detail = Self.binaryOperator(token.base)?.operator ?? .add
      advance()
      check(first, as: .augmented)
      let value = try parseTupleOrYield()
      return add(.augmentedAssign, at: start, of: first, value, detail: detail.rawValue)
    case .colon:
      witness(3, "an annotated variable", at: start)
      advance()
      let annotation = try parseTest()
      check(first, as: .annotated)
      if nodes[Int(first)].kind == .name, !context.isModule, context.globals.contains(nodes[Int(first)].first) {
        let name = names.text(nodes[Int(first)].first)
        reject("annotated name '\(name)' can't be global", at: start, phase: .names)
      }
      let value = accept(.assign) ? try parseTupleOrYield() : Node.none
      return add(.annotatedAssign, at: start, of: first, makeList(annotation, value))
    default:
      return first
    }
  }

  private mutating func witnessStarredTarget(_ tuple: Node) {
    let members = lists[Int(tuple.second) + 1..<Int(tuple.second) + 1 + Int(lists[Int(tuple.second)])]
    if members.contains(where: { nodes[Int($0)].kind == .starred }) {
      witness(3, "a starred target", at: Int(tuple.offset))
    }
  }

  private mutating func parseRaise() throws(Mismatch) -> UInt32 {
    let start = token.start
    advance()
    let mark = scratch.count
    if !endsStatement {
      scratch.append(try parseTest())
      if token.kind == .comma { witness(2, "raise with a comma", at: start) }
      while accept(.comma) { scratch.append(try parseTest()) }
      if accept(.from) {
        witness(3, "raise ... from", at: start)
        scratch.append(try parseTest())
      }
    }
    return add(.raise, at: start, finishList(from: mark))
  }

  /// `type Name[T] = value` of Python 3.12.
  private mutating func parseTypeAlias() throws(Mismatch) -> UInt32 {
    let start = token.start
    let before = (tokens, token)
    advance()
    guard token.kind == .name, !Keyword.isReserved(token.symbol) else {
      (tokens, token) = before
      return try parseExpressionStatement()
    }
    let name = add(.name, at: token.start, of: token.symbol)
    advance()
    try skipTypeParameters()
    try expect(.assign)
    witness(3, "a type alias", at: start)
    return add(.typeAlias, at: start, of: name, try parseTest())
  }

  /// `[T, *Ts, **P]` after the name of a class or function (PEP 695).
  mutating func skipTypeParameters() throws(Mismatch) {
    guard token.kind == .leftBracket else { return }
    witness(3, "type parameters", at: token.start)
    advance()
    while token.kind != .rightBracket {
      while accept(.star) || accept(.doubleStar) {}
      _ = try takeName()
      if accept(.colon) { _ = try parseTest() }
      if accept(.assign) { _ = try parseTest() }
      guard accept(.comma) else { break }
    }
    try expect(.rightBracket)
  }
}

extension NameTable {
  static let keywordCount = UInt32(Keyword.allCases.count)
}

extension Tokenizer {
  static func startsName(_ byte: UInt8) -> Bool { classes[Int(byte)] == .letter }
}
