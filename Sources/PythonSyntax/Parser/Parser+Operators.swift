extension Parser {
  static let notLevel: UInt8 = 3
  static let comparisonLevel: UInt8 = 4
  static let bitOrLevel: UInt8 = 5

  /// The level (higher binds tighter) and meaning of a binary operator.
  static func binaryOperator(_ kind: Token.Kind) -> (level: UInt8, operator: Node.Operator)? {
    switch kind {
    case .less: (4, .less)
    case .greater: (4, .greater)
    case .lessEqual: (4, .lessEqual)
    case .greaterEqual: (4, .greaterEqual)
    case .equal: (4, .equal)
    case .notEqual: (4, .notEqual)
    case .pipe: (5, .bitOr)
    case .caret: (6, .bitXor)
    case .ampersand: (7, .bitAnd)
    case .leftShift: (8, .leftShift)
    case .rightShift: (8, .rightShift)
    case .plus: (9, .add)
    case .minus: (9, .subtract)
    case .star: (10, .multiply)
    case .slash: (10, .divide)
    case .doubleSlash: (10, .floorDivide)
    case .percent: (10, .modulo)
    case .at: (10, .matrixMultiply)
    case .doubleStar: (12, .power)
    default: nil
    }
  }

  private func wordOperator() -> (level: UInt8, operator: Node.Operator)? {
    switch Keyword(rawValue: token.symbol) {
    case .or: (1, .or)
    case .and: (2, .and)
    case .in: (4, .in)
    case .is: (4, .is)
    case .not: (4, .notIn)
    default: nil
    }
  }

  /// Operations whose operators bind at `minimum` or tighter, by precedence climbing.
  mutating func parseBinary(_ minimum: UInt8) throws(Mismatch) -> UInt32 {
    try enter()
    defer { leave() }
    let start = token.start
    var left = try parseUnary(minimum)
    var previousOperand = Node.none
    while true {
      let found =
        token.kind == .name
        ? (token.symbol < Keyword.print.rawValue ? wordOperator() : nil) : Self.binaryOperator(token.kind)
      guard let (level, symbol) = found, level >= minimum else { return left }
      let meaning = try takeOperator(symbol)
      let right = try parseBinary(level + 1)
      try link()
      if level == Self.comparisonLevel, previousOperand != Node.none {
        // `a < b < c` is `a < b and b < c`.
        let second = add(.binary, at: start, of: previousOperand, right, detail: meaning.rawValue)
        left = add(.binary, at: start, of: left, second, detail: Node.Operator.and.rawValue)
      } else {
        left = add(.binary, at: start, of: left, right, detail: meaning.rawValue)
      }
      previousOperand = level == Self.comparisonLevel ? right : Node.none
    }
  }

  private mutating func takeOperator(_ symbol: Node.Operator) throws(Mismatch) -> Node.Operator {
    let start = token.start
    if symbol == .notEqual, tokens.byte(start) == UInt8(ascii: "<") { witness(2, "the operator <>", at: start) }
    if symbol == .matrixMultiply { witness(3, "the operator @", at: start) }
    advance()
    switch symbol {
    case .is: return accept(.not) ? .isNot : .is
    case .notIn:
      try expect(.in)
      return .notIn
    default: return symbol
    }
  }

  private mutating func parseUnary(_ minimum: UInt8) throws(Mismatch) -> UInt32 {
    let start = token.start
    let meaning: Node.Operator
    switch token.kind {
    case .plus: meaning = .plus
    case .minus: meaning = .minus
    case .tilde: meaning = .invert
    case .name where token.isKeyword(.not):
      if minimum > Self.notLevel { throw mismatch() }
      advance()
      return add(.unary, at: start, of: try parseBinary(Self.notLevel), detail: Node.Operator.not.rawValue)
    default: return try parsePostfix()
    }
    advance()
    return add(.unary, at: start, of: try parseBinary(11), detail: meaning.rawValue)
  }
}
