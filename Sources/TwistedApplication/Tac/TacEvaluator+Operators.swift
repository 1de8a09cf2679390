import PythonSyntax

extension TacEvaluator {
  /// Whether a value counts as true; `nil` when that is not known.
  func truth(of value: TacValue) -> Bool? {
    switch value {
    case .none: return false
    case .bool(let flag): return flag
    case .integer(let number): return number != 0
    case .float(let number): return number != 0
    case .text(let text): return TacText.hasHole(text) && text.unicodeScalars.count == 1 ? nil : !text.isEmpty
    case .tuple(let values): return !values.isEmpty
    case .object(let id):
      switch objects[id].kind {
      case .list(let values): return objects[id].isPartial ? (values.isEmpty ? nil : true) : !values.isEmpty
      case .dictionary(let entries): return objects[id].isPartial ? nil : !entries.isEmpty
      case .instance: return classNames(of: value).contains { $0.hasPrefix("twisted.") } ? true : nil
      // An attribute that no class of the program defines could be anything.
      case .method(_, nil, _): return nil
      default: return true
      }
    // A type checker's branch never runs.
    case .name("typing.TYPE_CHECKING"), .name("typing_extensions.TYPE_CHECKING"): return false
    case .name("six.PY2"), .name("six.PY3"): return nil
    case .choice(let values):
      let truths = values.map { truth(of: $0) }
      return truths.dropFirst().allSatisfy { $0 == truths[0] } ? truths[0] : nil
    case .unknown, .name: return nil
    }
  }

  /// Whether an expression counts as true. (One call inside the other would look at the things of before.)
  mutating func evaluateTruth(_ id: UInt32) -> Bool? {
    let value = evaluate(id)
    return truth(of: value)
  }

  /// A short account of where an unknown value comes from.
  func origin(of value: TacValue) -> String {
    switch value {
    case .unknown(let unknown): return unknown.origin
    case .name(let name): return name.contains(".") ? "import:\(name)" : "the name \(name)"
    case .choice: return "a value that depends on a condition"
    case .text(let text):
      return text.unicodeScalars.lazy.compactMap { TacText.holeIndex($0) }.first.map { unknown(ofHole: $0).origin }
        ?? "text"
    case .object(let id):
      if case .instance(.name(let name)) = objects[id].kind { return "an instance of \(name)" }
      if case .method(_, nil, let symbol) = objects[id].kind { return "an attribute \(names.text(symbol))" }
      return "an object"
    default: return "a value of another type"
    }
  }

  mutating func unary(_ node: Node, at id: UInt32) -> TacValue {
    let value = evaluate(node.first)
    if node.operator == .not {
      return truth(of: value).map { .bool(!$0) } ?? .unknown(origin(of: value))
    }
    return map(value) { _, value in
      switch (node.operator, value) {
      case (.minus, .integer(let number)) where number != .min: .integer(-number)
      case (.minus, .float(let number)): .float(-number)
      case (.plus, .integer), (.plus, .float): value
      case (.invert, .integer(let number)): .integer(~number)
      default: nil
      }
    }
  }

  mutating func binary(_ node: Node, at id: UInt32) -> TacValue {
    if node.operator == .and || node.operator == .or { return logical(node) }
    let left = evaluate(node.first)
    let right = evaluate(node.second)
    return operate(node.operator, left, right, at: id)
  }

  /// `a or b` and `a and b`; an unknown left side keeps the right one as its default: `settings.PORT or 8080`.
  private mutating func logical(_ node: Node) -> TacValue {
    let left = evaluate(node.first)
    let stops = node.operator == .or
    if let truth = truth(of: left) { return truth == stops ? left : evaluate(node.second) }
    doubt += 1
    let right = evaluate(node.second)
    doubt -= 1
    guard stops else { return .merge([left, right]) }
    if case .unknown(let unknown) = left, right.isScalar {
      return .unknown(unknown.origin, fallback: unknown.fallback.flatMap { truth(of: $0) == true ? $0 : nil } ?? right)
    }
    if case .name = left, right.isScalar { return .unknown(origin(of: left), fallback: right) }
    return .merge([left, right])
  }

  /// Applies a function to a known value, to each alternative, or to the default of an unknown one.
  mutating func map(
    _ value: TacValue, _ body: (inout TacEvaluator, TacValue) -> TacValue?
  ) -> TacValue {
    switch value {
    case .unknown(let unknown):
      return .unknown(unknown.origin, fallback: unknown.fallback.flatMap { body(&self, $0) })
    case .name: return .unknown(origin(of: value))
    case .choice(let values):
      return .merge(values.map { body(&self, $0) ?? .unknown(origin(of: $0)) })
    default: return body(&self, value) ?? .unknown(origin(of: value))
    }
  }

  mutating func operate(
    _ symbol: Node.Operator, _ left: TacValue, _ right: TacValue, at id: UInt32
  ) -> TacValue {
    switch symbol {
    case .equal, .notEqual, .less, .greater, .lessEqual, .greaterEqual, .in, .notIn, .is, .isNot:
      return compare(symbol, left, right).map { .bool($0) } ?? .unknown("a comparison")
    case .modulo:
      if case .text(let format) = left { return formatted(format, with: right) }
    case .add:
      if let joined = concatenate(left, right, at: id) { return joined }
    case .divide:
      if let path = joinedPath(left, right) { return path }
    case .bitOr where object(left) != nil: return left
    default: break
    }
    if case .choice(let values) = left, values.count <= 8 {
      return .merge(values.map { operate(symbol, $0, right, at: id) })
    }
    return map(left) { evaluator, left in
      evaluator.map(right) { _, right in Self.arithmetic(symbol, left, right) }
    }
  }

  /// Text, tuples and lists put together; unknown parts of text become holes.
  private mutating func concatenate(_ left: TacValue, _ right: TacValue, at id: UInt32) -> TacValue? {
    if let text = concatenateText(left, right) { return text }
    switch (left, right) {
    case (.tuple(let a), .tuple(let b)) where a.count + b.count <= Self.displayLimit: return .tuple(a + b)
    case (.text, .choice(let values)): return .merge(values.map { concatenate(left, $0, at: id) ?? .unknown("text") })
    case (.choice(let values), .text): return .merge(values.map { concatenate($0, right, at: id) ?? .unknown("text") })
    case (.object(let a), .object(let b)):
      guard case .list(let first) = objects[a].kind, case .list(let second) = objects[b].kind,
        first.count + second.count <= Self.displayLimit
      else { return nil }
      let value = make(.list(first + second), at: id)
      if case .object(let id) = value { objects[id].isPartial = objects[a].isPartial || objects[b].isPartial }
      return value
    default: return nil
    }
  }

  /// Apart from the rest, whose closures would have the list of holes copied for each hole that is added to it; for the
  /// same reason nothing here is called on the evaluator while a hole is being added.
  private mutating func concatenateText(_ left: TacValue, _ right: TacValue) -> TacValue? {
    switch (left, right) {
    case (.text(let a), .text(let b)): Self.bounded(a + b)
    case (.text(let a), .unknown(let unknown)): Self.bounded(a + holed(unknown))
    case (.text(let a), .name): Self.bounded(a + holed(TacUnknown(origin: origin(of: right))))
    case (.unknown(let unknown), .text(let b)): Self.bounded(holed(unknown) + b)
    case (.name, .text(let b)): Self.bounded(holed(TacUnknown(origin: origin(of: left))) + b)
    default: nil
    }
  }

  static func bounded(_ text: String) -> TacValue {
    text.utf8.count <= TacText.lengthLimit ? .text(text) : .unknown("a long text")
  }

  private static func arithmetic(_ symbol: Node.Operator, _ left: TacValue, _ right: TacValue) -> TacValue? {
    switch (left, right) {
    case (.integer(let a), .integer(let b)): return integers(symbol, a, b)
    case (.float(let a), .float(let b)): return floats(symbol, a, b)
    case (.integer(let a), .float(let b)): return floats(symbol, Double(a), b)
    case (.float(let a), .integer(let b)): return floats(symbol, a, Double(b))
    case (.bool(let a), .integer(let b)): return integers(symbol, a ? 1 : 0, b)
    case (.text(let text), .integer(let count)) where symbol == .multiply:
      guard count > 0 else { return .text("") }
      guard text.utf8.count <= TacText.lengthLimit / count else { return nil }
      return .text(String(repeating: text, count: count))
    case (.tuple(let values), .integer(let count)) where symbol == .multiply:
      guard count > 0 else { return .tuple([]) }
      guard values.count <= displayLimit / count else { return nil }
      return .tuple(Array(repeatElement(values, count: count).joined()))
    default: return nil
    }
  }

  private static func integers(_ symbol: Node.Operator, _ a: Int, _ b: Int) -> TacValue? {
    func checked(_ result: (partialValue: Int, overflow: Bool)) -> TacValue? {
      result.overflow ? nil : .integer(result.partialValue)
    }
    switch symbol {
    case .add: return checked(a.addingReportingOverflow(b))
    case .subtract: return checked(a.subtractingReportingOverflow(b))
    case .multiply: return checked(a.multipliedReportingOverflow(by: b))
    case .floorDivide:
      guard b > 0 else { return nil }
      let quotient = a / b
      return .integer(a % b != 0 && a < 0 ? quotient - 1 : quotient)
    case .modulo:
      guard b > 0 else { return nil }
      return .integer(a % b < 0 ? a % b + b : a % b)
    // Python 2 divides integers to an integer, Python 3 does not: only an exact division is the same.
    case .divide: return b != 0 && b != -1 && a % b == 0 ? .integer(a / b) : nil
    case .power:
      guard b >= 0, b <= 64 else { return nil }
      var result = 1
      for _ in 0..<b {
        let (next, overflow) = result.multipliedReportingOverflow(by: a)
        if overflow { return nil }
        result = next
      }
      return .integer(result)
    case .leftShift: return 0..<32 ~= b && 0..<(1 << 30) ~= a ? .integer(a << b) : nil
    case .rightShift: return 0..<63 ~= b ? .integer(a >> b) : nil
    case .bitAnd: return .integer(a & b)
    case .bitOr: return .integer(a | b)
    case .bitXor: return .integer(a ^ b)
    default: return nil
    }
  }

  private static func floats(_ symbol: Node.Operator, _ a: Double, _ b: Double) -> TacValue? {
    switch symbol {
    case .add: .float(a + b)
    case .subtract: .float(a - b)
    case .multiply: .float(a * b)
    case .divide: b == 0 ? nil : .float(a / b)
    default: nil
    }
  }
}
