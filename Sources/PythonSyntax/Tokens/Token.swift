/// A lexical token of Python 2 or 3.
struct Token {
  enum Kind: UInt8 {
    case name, number, string, newline, indent, dedent, endOfFile, invalid
    case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
    case comma, colon, semicolon, dot, ellipsis, assign, walrus, arrow, backquote
    case plus, minus, star, doubleStar, slash, doubleSlash, percent, at, leftShift, rightShift
    case ampersand, pipe, caret, tilde, less, greater, lessEqual, greaterEqual, equal, notEqual
    case augmented
  }

  var kind: Kind
  var start: Int
  var end: Int
  /// The number of a name in the name table.
  var symbol: UInt32 = .max
  /// The prefix and quotes of a string.
  var string = StringPrefix()
  /// The operator of an augmented assignment, `plus` for `+=`.
  var base: Kind = .invalid

  func isKeyword(_ keyword: Keyword) -> Bool { kind == .name && symbol == keyword.rawValue }
}
