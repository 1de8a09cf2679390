/// Text that is laid out by a specification ("Format Specification Mini-Language"), as far as numbers and names need it.
package extension Evaluator {
  /// What `format(value, specification)` gives; nil for values that are not known and for what is not followed.
  static func laidOut(_ value: PythonValue, by specification: some StringProtocol) -> String? {
    var rest = Substring(specification)
    func take(_ characters: String) -> Character? {
      guard let first = rest.first, characters.contains(first) else { return nil }
      return rest.removeFirst()
    }
    var fill: Character = " "
    var side: Character?
    if let second = rest.dropFirst().first, "<>^=".contains(second) {
      (fill, side) = (rest.removeFirst(), rest.removeFirst())
    } else {
      side = take("<>^=")
    }
    let sign = take("+- ")
    let isMarked = take("#") != nil
    if take("0") != nil, side == nil {
      fill = "0"
      if case .integer = value { side = "=" }
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    let groups = take(",_")
    var precision: Int?
    if take(".") != nil {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      precision = Int(digits)
      rest = rest.dropFirst(digits.count)
      if precision == nil { return nil }
    }
    let kind = rest.isEmpty ? nil : rest.removeFirst()
    guard rest.isEmpty, digits.count < 4 else { return nil }
    let width = Int(digits) ?? 0
    switch value {
    case .integer(let number):
      guard precision == nil, number != .min, let (radix, prefix, isUpper) = Self.radix(of: kind) else { return nil }
      var body = String(abs(number), radix: radix, uppercase: isUpper)
      if let groups {
        guard radix == 10, fill != "0" || width == 0 else { return nil }
        body = Self.grouped(body, by: groups)
      }
      let mark = number < 0 ? "-" : sign == "+" || sign == " " ? String(sign ?? " ") : ""
      return padded(body, after: mark + (isMarked ? prefix : ""), to: width, with: fill, side: side ?? ">")
    case .text(let text) where !MarkedText.hasHole(text):
      guard kind == nil || kind == "s", sign == nil, !isMarked, groups == nil, side != "=" else { return nil }
      return padded(String(text.prefix(precision ?? .max)), after: "", to: width, with: fill, side: side ?? "<")
    default: return nil
    }
  }

  private static func radix(of kind: Character?) -> (radix: Int, prefix: String, isUpper: Bool)? {
    switch kind {
    case nil, "d", "n": (10, "", false)
    case "x": (16, "0x", false)
    case "X": (16, "0X", true)
    case "o": (8, "0o", false)
    case "b": (2, "0b", false)
    default: nil
    }
  }

  private static func grouped(_ digits: String, by mark: Character) -> String {
    var output = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { output.append(mark) }
      output.append(digit)
    }
    return output
  }

  private static func padded(
    _ body: String, after mark: String, to width: Int, with fill: Character, side: Character
  ) -> String {
    let missing = max(0, width - body.unicodeScalars.count - mark.count)
    func fills(_ count: Int) -> String { String(repeating: fill, count: count) }
    switch side {
    case "<": return mark + body + fills(missing)
    case "^": return fills(missing / 2) + mark + body + fills(missing - missing / 2)
    case "=": return mark + fills(missing) + body
    default: return fills(missing) + mark + body
    }
  }
}
