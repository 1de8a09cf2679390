extension Parser {
  /// An atom with the attributes, calls and subscripts that follow it.
  mutating func parsePostfix() throws(Mismatch) -> UInt32 {
    let start = token.start
    if token.isKeyword(.await), startsAwait {
      witness(3, "await", at: start)
      if !context.isAsync { noteAwait(at: start) }
      advance()
      return add(.await, at: start, of: try parsePostfix(entering: ()))
    }
    var value = try parseAtom()
    while true {
      switch token.kind {
      case .dot:
        advance()
        guard token.kind == .name, !Keyword.isReserved(token.symbol) else { throw mismatch() }
        if Keyword.isReservedInPython3(token.symbol) { reject(at: token.start, by: .python3) }
        value = add(.attribute, at: token.start, of: value, token.symbol)
        advance()
      case .leftParen:
        advance()
        let arguments = try outsidePattern { (parser) throws(Mismatch) in try parser.parseArguments() }
        witnessPrintCall(value, arguments)
        value = add(.call, at: Int(nodes[Int(value)].offset), of: value, arguments)
      case .leftBracket:
        advance()
        let index = try outsidePattern { (parser) throws(Mismatch) in try parser.parseSubscript() }
        try close(.rightBracket, after: Int(nodes[Int(index)].offset), index)
        value = add(.subscript, at: start, of: value, index)
      default:
        return value
      }
      try link()
    }
  }

  private mutating func parsePostfix(entering: Void) throws(Mismatch) -> UInt32 {
    try enter()
    defer { leave() }
    return try parsePostfix()
  }

  /// Whether `await` is a word of Python's and no name, as in Python 2.
  private var startsAwait: Bool {
    let next = byteAfterToken()
    if context.isAsync, "([{'\"".utf8.contains(next) { return true }
    return Tokenizer.continuesName(next) && !nextWordIsOperator()
  }

  private func nextWordIsOperator() -> Bool {
    var ahead = tokens
    let next = ahead.next()
    let word = next.kind == .name ? tokens.bytes[next.start..<next.end] : []
    return ["in", "is", "if", "and", "or", "for", "not", "else", "as"].contains { word.elementsEqual($0.utf8) }
  }

  /// `print(x, file=f)` without the function is no Python 2.
  private mutating func witnessPrintCall(_ callee: UInt32, _ arguments: UInt32) {
    let node = nodes[Int(callee)]
    guard node.kind == .name, node.first == Keyword.print.rawValue, !importsPrintFunction else { return }
    let members = lists[Int(arguments) + 1..<Int(arguments) + 1 + Int(lists[Int(arguments)])]
    if members.contains(where: { nodes[Int($0)].kind == .keywordArgument }) {
      witness(3, "print with keyword arguments", at: Int(node.offset))
    }
  }

  /// Whether the source asks for `print` as a function, which Python 2.6 can give.
  private var importsPrintFunction: Bool { names.find("print_function") != nil }

  /// Runs inside brackets, where an `if` begins a conditional expression again.
  mutating func outsidePattern<Value>(
    _ body: (inout Parser) throws(Mismatch) -> Value
  ) throws(Mismatch) -> Value {
    let before = inComprehension
    inComprehension = false
    let value = try body(&self)
    inComprehension = before
    return value
  }

  /// The arguments of a call, whose opening bracket has been passed, and the closing one.
  mutating func parseArguments() throws(Mismatch) -> UInt32 {
    let mark = scratch.count
    var order = ArgumentOrder()
    var start = token.start
    var isComprehension = false
    while token.kind != .rightParen {
      start = token.start
      let first = nodes.count
      if token.isKeyword(.yield) { throw mismatch() }
      var value: UInt32
      if accept(.star) {
        value = add(.starred, at: start, of: try parseTest())
      } else if accept(.doubleStar) {
        value = add(.doubleStarred, at: start, of: try parseTest())
      } else {
        value = try parseNamedTest()
      }
      if token.kind == .assign, nodes[Int(value)].kind == .name {
        if Int(nodes[Int(value)].offset) != start {
          throw mismatch("expression cannot contain assignment, perhaps you meant \"==\"?", at: start)
        }
        advance()
        let symbol = nodes[Int(value)].first
        let isWord = [Keyword.noneValue, .trueValue, .falseValue].contains { $0.rawValue == symbol }
        if isWord { reject("cannot assign to \(names.text(symbol))", at: start) }
        checkDebug(symbol, at: start)
        if token.isKeyword(.yield) { throw mismatch() }
        value = add(
          .keywordArgument, at: start, of: symbol, patternDepth > 0 ? try parseNamedTest() : try parseTest())
      } else if token.kind == .assign {
        throw mismatch("expression cannot contain assignment, perhaps you meant \"==\"?", at: start)
      } else if startsComprehension {
        value = try parseComprehension(value, .generator, since: first, at: start)
        isComprehension = true
        if scratch.count > mark || token.kind == .comma {
          order.fault = order.fault ?? ("Generator expression must be parenthesized", start)
        }
      }
      scratch.append(value)
      check(value, &order, since: mark)
      guard accept(.comma) else { break }
    }
    if isComprehension { try expect(.rightParen) } else { try close(.rightParen, after: start) }
    if let (message, offset) = order.fault { reject(message, at: offset) }
    return finishList(from: mark)
  }

  private struct ArgumentOrder {
    var hasKeyword = false
    var hasDoubleStarred = false
    /// The first fault in the order, which is told only of a call that ends.
    var fault: (message: String, offset: Int)?
  }

  private mutating func check(_ argument: UInt32, _ order: inout ArgumentOrder, since mark: Int) {
    let node = nodes[Int(argument)]
    let offset = Int(node.offset)
    switch node.kind {
    case .keywordArgument:
      order.hasKeyword = true
      let isKnown = scratch[mark...].dropLast().suffix(100).contains {
        nodes[Int($0)].kind == .keywordArgument && nodes[Int($0)].first == node.first
      }
      if isKnown { reject("keyword argument repeated: \(names.text(node.first))", at: offset, phase: .code) }
    case .doubleStarred: order.hasDoubleStarred = true
    case .starred:
      if order.hasDoubleStarred {
        order.fault = order.fault ?? ("iterable argument unpacking follows keyword argument unpacking", offset)
      }
    default:
      if order.hasDoubleStarred {
        order.fault = order.fault ?? ("positional argument follows keyword argument unpacking", offset)
      } else if order.hasKeyword {
        order.fault = order.fault ?? ("positional argument follows keyword argument", offset)
      }
    }
  }

  /// Passes a closing bracket.
  ///
  /// - Parameters:
  ///   - start: where the member before it begins, which Python points at when only a comma is missing.
  ///   - member: that member, where a name may be given to its value: `=` is then a slip.
  mutating func close(_ bracket: Token.Kind, after start: Int, _ member: UInt32? = nil) throws(Mismatch) {
    guard token.kind != bracket else { return advance() }
    throw misplaced(after: start, member)
  }

  /// What Python says of a token that cannot follow a value within brackets.
  mutating func misplaced(after start: Int, _ member: UInt32?) -> Mismatch {
    let found = mismatch()
    // Only the first fault is ever told, so it alone is worth a closer look.
    guard faults.python3 == nil, tokens.faults.isEmpty, depth < Self.depthLimit / 2 else { return found }
    let before = (tokens, token, nodes.count, lists.count, scratch.count, (depth, height), faults)
    defer {
      (tokens, token) = (before.0, before.1)
      nodes.removeSubrange(before.2...)
      lists.removeSubrange(before.3...)
      scratch.removeSubrange(before.4...)
      ((depth, height), faults) = (before.5, before.6)
    }
    if token.kind == .assign { return misplacedAssignment(to: member) ?? found }
    guard token.kind != .plus, token.kind != .minus, token.kind != .ellipsis, startsExpression else { return found }
    let isPlain = isPlainName(at: start, before: token.start)
    if token.kind == .string, isPlain { return found }
    do throws(Mismatch) { _ = try parseTest() } catch { return found }
    let legacy = ["print", "exec"].first { isPlain && tokens.bytes[start...].starts(with: $0.utf8) }
    return Mismatch(
      message: legacy.map { "Missing parentheses in call to '\($0)'. Did you mean \($0)(...)?" }
        ?? "invalid syntax. Perhaps you forgot a comma?",
      offset: start, reached: token.start)
  }

  /// What Python says of `=` after a value that a comparison may be meant of.
  mutating func misplacedAssignment(to member: UInt32?) -> Mismatch? {
    guard let member else { return nil }
    let node = nodes[Int(member)]
    let name = expressionName(member)
    let isOperand =
      ![
        "comparison", "conditional expression", "lambda", "tuple", "list", "generator expression", "None", "True",
        "False",
      ]
      .contains(name) && !isLogical(node) && node.kind != .walrus
    guard isOperand else { return nil }
    advance()
    do throws(Mismatch) { _ = try parseBinary(Self.bitOrLevel) } catch { return nil }
    guard token.kind != .assign, token.kind != .walrus else { return nil }
    return Mismatch(
      message: name == "name"
        ? "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
        : "cannot assign to \(name) here. Maybe you meant '==' instead of '='?",
      offset: Int(node.offset), reached: token.start)
  }

  /// Whether nothing but one name stands between two offsets.
  private func isPlainName(at start: Int, before end: Int) -> Bool {
    guard start < end, Tokenizer.startsName(tokens.bytes[start]) else { return false }
    let name = tokens.bytes[start..<end].prefix { Tokenizer.continuesName($0) }
    return tokens.bytes[(start + name.count)..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }

  private mutating func parseSubscript() throws(Mismatch) -> UInt32 {
    let start = token.start
    let first = try parseSlice()
    guard token.kind == .comma else { return first }
    let mark = scratch.count
    scratch.append(first)
    while accept(.comma), token.kind != .rightBracket { scratch.append(try parseSlice()) }
    return add(.tuple, at: start, finishList(from: mark))
  }

  private mutating func parseSlice() throws(Mismatch) -> UInt32 {
    let start = token.start
    var bounds = [Node.none, Node.none, Node.none]
    var index = 0
    while index < 3 {
      if token.kind != .colon, token.kind != .rightBracket, token.kind != .comma {
        bounds[index] = try index == 0 ? parseStarredOrTest() : parseTest()
      }
      guard token.kind == .colon else { break }
      advance()
      index += 1
    }
    if index == 0 {
      guard bounds[0] != Node.none else { throw mismatch() }
      return bounds[0]
    }
    if bounds[0] != Node.none, [.walrus, .starred].contains(nodes[Int(bounds[0])].kind),
      nodes[Int(bounds[0])].offset == start
    {
      reject(at: start)
    }
    return add(.slice, at: start, makeList(bounds[0], bounds[1], bounds[2]))
  }
}
