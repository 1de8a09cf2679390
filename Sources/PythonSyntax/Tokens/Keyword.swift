/// The words that have a meaning of their own in either Python.
///
/// Their raw values are their symbols in every `NameTable`. Those from `print` on are words only where the grammar
/// expects them: Python 2 code names variables `async`, `match` or `nonlocal`, Python 3 code calls `print` and `exec`.
enum Keyword: UInt32, CaseIterable {
  case and, `as`, assert, `break`, `class`, `continue`, def, del, elif, `else`, except, finally, `for`, from, global,
    `if`, `import`, `in`, `is`, lambda, not, or, pass, raise, `return`, `try`, `while`, with, yield
  case print, exec, async, await, match, `case`, type, nonlocal, noneValue, trueValue, falseValue

  /// As it is written.
  var word: String { Self.words[Int(rawValue)] }

  /// In the order of the cases. Swift knows their names, too, but to ask for those takes longer than to read a small file.
  private static let words = [
    "and", "as", "assert", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for",
    "from",
    "global", "if", "import", "in", "is", "lambda", "not", "or", "pass", "raise", "return", "try", "while", "with",
    "yield",
    "print", "exec", "async", "await", "match", "case", "type", "nonlocal", "None", "True", "False",
  ]

  /// Words that can never be a name.
  static func isReserved(_ symbol: UInt32) -> Bool { symbol < Keyword.print.rawValue }

  /// Whether nothing can be bound to a word that Python 2 takes for a name.
  static func isReservedInPython3(_ symbol: UInt32) -> Bool {
    switch Keyword(rawValue: symbol) {
    case .async, .await, .nonlocal, .noneValue, .trueValue, .falseValue: true
    default: isReserved(symbol)
    }
  }
}
