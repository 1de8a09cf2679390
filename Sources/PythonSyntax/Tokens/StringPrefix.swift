/// What stands before the text of a string literal.
struct StringPrefix: OptionSet {
  let rawValue: UInt8

  static let raw = StringPrefix(rawValue: 1)
  static let bytes = StringPrefix(rawValue: 2)
  static let unicode = StringPrefix(rawValue: 4)
  /// `f""`, whose braces hold expressions.
  static let format = StringPrefix(rawValue: 8)
  /// `t""` of Python 3.14, braces as in `f""`.
  static let template = StringPrefix(rawValue: 16)
  static let tripleQuoted = StringPrefix(rawValue: 32)
}
