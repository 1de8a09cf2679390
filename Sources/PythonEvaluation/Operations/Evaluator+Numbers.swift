/// `int(...)` and its like.
package extension Evaluator {
  mutating func integer(_ value: PythonValue, radix: PythonValue?) -> PythonValue {
    var base = 10
    if case .integer(let number)? = radix, number == 0 || 2...36 ~= number { base = number }
    if case .text(let text) = value, MarkedText.hasHole(text) {
      mayRaise(.name("ValueError"))
      return number(text, radix: base)
    }
    if value.alternatives.count == 1, value.isLiteral, radix == nil || radix?.isLiteral == true {
      let result = Self.integer(value, base)
      if let result { return result }
      switch value {
      case .none, .tuple: fail(.name("TypeError"))
      case .text(let text) where text.allSatisfy(\.isASCII):
        let shown = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "'" } && text.utf8.count < 80
        fail(.name("ValueError"), shown ? "invalid literal for int() with base \(base): '\(text)'" : nil)
      default: mayRaise(.name("ValueError"))
      }
      return .unknown(origin(of: value))
    }
    mayRaise(.name("ValueError"))
    return map(value) { _, value in Self.integer(value, base) }
  }

  static func integer(_ value: PythonValue, _ base: Int) -> PythonValue? {
    switch value {
    case .integer: value
    case .bool(let flag): .integer(flag ? 1 : 0)
    case .float(let number): truncated(number).map { .integer($0) }
    case .text(let text): number(text.trimmingPrefix(while: \.isWhitespace), base).map { .integer($0) }
    default: nil
    }
  }

  /// A whole number as Python writes them; base 0 takes the one that the text's prefix names.
  private static func number(_ text: Substring, _ base: Int) -> Int? {
    var digits = text
    while digits.last?.isWhitespace == true { digits.removeLast() }
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits.removeFirst() }
    var radix = base == 0 ? 10 : base
    let prefix = digits.prefix(2).lowercased()
    if let named = ["0x": 16, "0o": 8, "0b": 2][prefix], base == 0 || base == named {
      radix = named
      digits = digits.dropFirst(2)
      if digits.first == "_" { digits.removeFirst() }
    } else if base == 0, digits.first == "0", digits.contains(where: { $0 != "0" && $0 != "_" }) {
      return nil
    }
    guard let first = digits.first, first != "_", digits.last != "_", !digits.contains("__"), first != "+", first != "-"
    else { return nil }
    return Int((isNegative ? "-" : "") + digits.filter { $0 != "_" }, radix: radix)
  }

  /// The whole part of a number that is not too large to have an exact one.
  static func truncated(_ number: Double) -> Int? { number.magnitude < 9e15 ? Int(number) : nil }

  /// Digits as a number, or the hole that stands for them.
  func number(_ text: String, radix: Int) -> PythonValue {
    if let number = Int(text, radix: radix) { return .integer(number) }
    guard MarkedText.hasHole(text) else { return .unknown("\"\(text.prefix(40))\", which is no number") }
    let fallback = substituted(text).flatMap { Int($0, radix: radix) }.map { PythonValue.integer($0) }
    return .unknown(origin(of: .text(text)), fallback: fallback)
  }
}
