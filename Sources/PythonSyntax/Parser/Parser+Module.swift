extension Parser {
  mutating func parseModule() -> SyntaxTree {
    let mark = scratch.count
    while token.kind != .endOfFile, nodes.count < Self.sourceLimit {
      statementStart = nodes.count
      if !accept(.dedent) { parseStatementOrSkip() }
    }
    let isWhole = token.kind == .endOfFile
    let body = finishList(from: mark)
    return SyntaxTree(
      source: source, nodes: nodes, lists: lists, body: body, isWhole: isWhole, notes: notes, evidence: evidence)
  }

  /// Parses one line of statements, whose numbers go to `scratch`; what fits no rule is skipped with a note.
  mutating func parseStatementOrSkip() {
    if token.kind == .indent { return parseStrayBlock() }
    let start = token.start
    let mark = scratch.count
    let level = depth
    let indents = tokens.indents
    let (nodeCount, listCount) = (nodes.count, lists.count)
    do throws(Mismatch) {
      try parseStatement()
    } catch {
      scratch.removeSubrange(mark...)
      nodes.removeSubrange(nodeCount...)
      lists.removeSubrange(listCount...)
      depth = level
      (patternDepth, inComprehension) = (0, false)
      note("this statement was not understood (\(error.message)), so it is skipped", at: start)
      skipStatement(from: start, indents: indents)
    }
  }

  /// A block that nothing heads: its statements are read as if they stood one level up.
  private mutating func parseStrayBlock() {
    note("this line is indented without a reason", at: token.start)
    advance()
    while token.kind != .dedent, token.kind != .endOfFile { parseStatementOrSkip() }
    _ = accept(.dedent)
  }

  /// Skips past the end of the logical line and of the block it may head. Where a bracket never closes, only the first
  /// physical line is given up; that is found out once, and later ones are not followed to the end again.
  private mutating func skipStatement(from start: Int, indents: [Int]) {
    if hasUnclosedBracket, token.kind != .newline { return restart(after: token.start, indents) }
    while token.kind != .newline, token.kind != .endOfFile, token.kind != .dedent { advance() }
    if token.kind == .endOfFile, tokens.depth > 0 {
      hasUnclosedBracket = true
      return restart(after: start, indents)
    }
    _ = accept(.newline)
    if token.kind == .indent { skipBlock() }
  }

  private mutating func skipBlock() {
    var level = 0
    repeat {
      if token.kind == .indent { level += 1 }
      if token.kind == .dedent { level -= 1 }
      advance()
    } while level > 0 && token.kind != .endOfFile
  }

  private mutating func restart(after start: Int, _ indents: [Int]) {
    var index = start
    while index < tokens.end, tokens.bytes[index] != 0x0A, tokens.bytes[index] != 0x0D { index += 1 }
    tokens.position = index
    tokens.depth = 0
    tokens.indents = indents
    tokens.pendingDedents = 0
    tokens.atLineStart = false
    advance()
    _ = accept(.newline)
    // What is indented below belonged to the statement, as its block or its arguments.
    if token.kind == .indent { skipBlock() }
  }
}
