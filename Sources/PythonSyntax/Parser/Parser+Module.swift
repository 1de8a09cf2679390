extension Parser {
  mutating func parseModule() -> SyntaxTree {
    let mark = scratch.count
    context.isModule = true
    while token.kind != .endOfFile, nodes.count < Self.sourceLimit {
      statementStart = nodes.count
      if !accept(.dedent) { parseStatementOrSkip() }
      if allowsFuture, let last = scratch.last {
        allowsFuture = precedesFuture(last, isFirst: scratch.count == mark + 1)
      }
    }
    let isWhole = token.kind == .endOfFile
    let body = finishList(from: mark)
    for (offset, message) in faults.awaits { reject(message, at: offset, phase: .code) }
    for (symbol, offset) in unbound {
      reject("no binding for nonlocal '\(names.text(symbol))' found", at: offset, phase: .bindings)
    }
    addTokenFaults()
    return SyntaxTree(
      source: source, nodes: nodes, lists: lists, body: body, isWhole: isWhole, notes: notes, evidence: evidence,
      faults: faults)
  }

  /// Whether a `from __future__ import` may follow a statement: only the docstring and others of its kind come before it.
  private func precedesFuture(_ statement: UInt32, isFirst: Bool) -> Bool {
    let node = nodes[Int(statement)]
    switch node.kind {
    case .string, .joinedStrings: return isFirst
    case .importFrom: return list(node.first).map { names.text($0) } == ["__future__"]
    default: return false
    }
  }

  private mutating func addTokenFaults() {
    func add(_ fault: Tokenizer.Fault?, by rejecting: SyntaxFault.Rejecting) {
      guard let fault else { return }
      let line = source.line(at: fault.offset)
      // What is wrong with blanks alone stops CPython only where the grammar has brought it.
      let known = rejecting == .python2 ? faults.python2 : faults.python3
      if fault.kind != .syntax, let known, known.phase <= .grammar, known.line < line { return }
      faults.add(SyntaxFault(fault.message, line: line, phase: .tokens, kind: fault.kind), by: rejecting)
    }
    if tokens.faults.hasForBoth { faults.markForBoth() }
    add(tokens.faults.python2, by: .python2)
    add(tokens.faults.python3, by: .python3)
  }

  /// Parses one line of statements, whose numbers go to `scratch`; what fits no rule is skipped with a note.
  mutating func parseStatementOrSkip() {
    if token.kind == .indent { return parseStrayBlock() }
    let start = token.start
    let mark = scratch.count
    let level = depth
    let before = height
    height = 0
    defer { height = max(before, height) }
    let indents = tokens.indents
    let (nodeCount, listCount) = (nodes.count, lists.count)
    let (outer, scopeCount, shieldedCount, unboundCount) = (context, scopes.count, shielded.count, unbound.count)
    (yields, walruses) = ([], [])
    do throws(Mismatch) {
      try parseStatement()
    } catch {
      scratch.removeSubrange(mark...)
      nodes.removeSubrange(nodeCount...)
      lists.removeSubrange(listCount...)
      depth = level
      scopes.removeSubrange(scopeCount...)
      shielded.removeSubrange(min(shieldedCount, shielded.count)...)
      unbound.removeSubrange(unboundCount...)
      (patternDepth, inComprehension, context) = (0, false, outer)
      note("this statement is skipped: \(error.message)", at: error.offset)
      let isFirst = faults.python3 == nil
      let wasOpen = hasUnclosedBracket
      if !isFirst, !error.isLimit { reject(error) }
      let bracket = skipStatement(from: start, indents: indents)
      if error.isLimit {
        hasReachedLimit = true
        skipClauses()
      }
      guard isFirst, !error.isLimit else { return }
      // CPython prefers to name the bracket, unless the fault is on its own line.
      if !wasOpen, let bracket, source.line(at: bracket) < source.line(at: error.reached) || error.reached >= tokens.end
      {
        reject(
          "'\(Character(Unicode.Scalar(tokens.bytes[bracket])))' was never closed", at: bracket)
      } else {
        reject(error)
      }
    }
  }

  private mutating func reject(_ mismatch: Mismatch) {
    let isLast = mismatch.isStrayIndent && tokens.faults.isEmpty
    reject(mismatch.message, at: mismatch.offset, phase: isLast ? .tokens : .grammar, kind: mismatch.kind)
  }

  /// A block that nothing heads: its statements are read as if they stood one level up.
  private mutating func parseStrayBlock() {
    note("this line is indented without a reason", at: token.start)
    reject(mismatch())
    advance()
    while token.kind != .dedent, token.kind != .endOfFile { parseStatementOrSkip() }
    _ = accept(.dedent)
  }

  /// Skips past the end of the logical line and of the block it may head. Where a bracket never closes, only the first
  /// physical line is given up; that is found out once, and later ones are not followed to the end again.
  ///
  /// - Returns: where the bracket stands that never closes.
  private mutating func skipStatement(from start: Int, indents: [Int]) -> Int? {
    if hasUnclosedBracket, token.kind != .newline {
      restart(after: token.start, indents)
      return nil
    }
    while token.kind != .newline, token.kind != .endOfFile, token.kind != .dedent { advance() }
    // Blocks that end with the source are closed before it.
    if token.start >= tokens.end, tokens.depth > 0 {
      hasUnclosedBracket = true
      let bracket = tokens.brackets.last
      restart(after: start, indents)
      return bracket
    }
    _ = accept(.newline)
    if token.kind == .indent { skipBlock() }
    return nil
  }

  /// Skips what goes on with a statement that was too large to be read, and is no statement itself.
  private mutating func skipClauses() {
    while Self.clauses.contains(where: { token.isKeyword($0) }) {
      _ = skipStatement(from: token.start, indents: tokens.indents)
    }
  }

  private static let clauses: [Keyword] = [.elif, .else, .except, .finally]

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
    tokens.brackets = []
    tokens.indents = indents
    tokens.narrowIndents.removeSubrange(min(indents.count, tokens.narrowIndents.count)...)
    tokens.pendingDedents = 0
    tokens.atLineStart = false
    advance()
    _ = accept(.newline)
    // What is indented below belonged to the statement, as its block or its arguments.
    if token.kind == .indent { skipBlock() }
  }
}
