/// The words that have a meaning of their own in either Python.
///
/// Their raw values are their symbols in every `NameTable`. Those from `print` on are words only where the grammar
/// expects them: Python 2 code names variables `async`, `match` or `nonlocal`, Python 3 code calls `print` and `exec`.
enum Keyword: UInt32, CaseIterable {
  case and, `as`, assert, `break`, `class`, `continue`, def, del, elif, `else`, except, finally, `for`, from, global,
    `if`, `import`, `in`, `is`, lambda, not, or, pass, raise, `return`, `try`, `while`, with, yield
  case print, exec, async, await, match, `case`, type, nonlocal

  /// Words that can never be a name.
  static func isReserved(_ symbol: UInt32) -> Bool { symbol < Keyword.print.rawValue }
}
