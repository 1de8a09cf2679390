import PythonSyntax

package extension Evaluator {
  /// Whether a value counts as true; nil when that is not known.
  mutating func truth(of value: PythonValue) -> Bool? {
    switch value {
    case .none: return false
    case .bool(let flag): return flag
    case .integer(let number): return number != 0
    case .float(let number): return number != 0
    case .text(let text): return MarkedText.hasHole(text) && text.unicodeScalars.count == 1 ? nil : !text.isEmpty
    case .tuple(let values): return !values.isEmpty
    case .object(let id):
      switch objects[id].kind {
      case .list(let content): return content.truth
      case .dictionary(let content): return content.truth
      case .instance(let type):
        for name in ["__bool__", "__nonzero__", "__len__"] where hasMember(name, id) {
          return callMember(name, of: id, PythonArguments(), at: Node.none).flatMap { truth(of: $0) }
        }
        if let inner = mapping(value) { return truth(of: .object(inner)) }
        if let values = members(ofRecord: id) { return !values.isEmpty }
        if isWhole(ancestry(of: type)) { return true }
        return classNames(of: value).contains { framework.owns($0) } ? true : nil
      // An attribute that no class of the program defines could be anything.
      case .method(_, nil, _): return nil
      default: return true
      }
    // A type checker's branch never runs.
    case .name("typing.TYPE_CHECKING"), .name("typing_extensions.TYPE_CHECKING"): return false
    case .name("six.PY2"), .name("six.PY3"): return nil
    case .choice(let values):
      var truths: [Bool?] = []
      for value in values { truths.append(truth(of: value)) }
      return truths.dropFirst().allSatisfy { $0 == truths[0] } ? truths[0] : nil
    case .name(let name): return Self.isException(name) ? true : nil
    case .unknown, .absent: return nil
    }
  }

  /// Whether an expression counts as true. (One call inside the other would look at the things of before.)
  mutating func evaluateTruth(_ id: UInt32) -> Bool? {
    let value = evaluate(id)
    return isAlive ? truth(of: value) : nil
  }

  /// A short account of where an unknown value comes from.
  func origin(of value: PythonValue) -> String {
    switch value {
    case .unknown(let unknown): return unknown.origin
    case .name(let name): return name.contains(".") ? "import:\(name)" : "the name \(name)"
    case .choice: return "a value that depends on a condition"
    case .text(let text):
      return text.unicodeScalars.lazy.compactMap { MarkedText.holeIndex($0) }.first.map { unknown(ofHole: $0).origin }
        ?? "text"
    case .object(let id):
      if case .instance(.name(let name)) = objects[id].kind { return "an instance of \(name)" }
      if case .method(_, nil, let symbol) = objects[id].kind { return "an attribute \(names.text(symbol))" }
      return "an object"
    default: return "a value of another type"
    }
  }

  mutating func unary(_ node: Node) -> PythonValue {
    let value = evaluate(node.first)
    guard isAlive else { return value }
    if node.operator == .not {
      return truth(of: value).map { .bool(!$0) } ?? .unknown(origin(of: value))
    }
    let isFractional = if case .float = value { true } else { false }
    if value.isScalar, value.number == nil || isFractional && node.operator == .invert {
      fail(.name("TypeError"))
      return .unknown("an operation that fails")
    }
    return map(value) { _, value in
      let value: PythonValue = if case .bool(let flag) = value { .integer(flag ? 1 : 0) } else { value }
      return switch (node.operator, value) {
      case (.minus, .integer(let number)) where number != .min: .integer(-number)
      case (.minus, .float(let number)): .float(-number)
      case (.plus, .integer), (.plus, .float): value
      case (.invert, .integer(let number)): .integer(~number)
      default: nil
      }
    }
  }

  mutating func binary(_ node: Node, at id: UInt32) -> PythonValue {
    if node.operator == .and || node.operator == .or {
      if let links = chain(node), let first = tree.node(links[0]) {
        let left = evaluate(first.first)
        return isAlive ? compareChain(links[...], left, at: id) : left
      }
      return logical(node)
    }
    let left = evaluate(node.first)
    let right = evaluate(node.second)
    guard isAlive else { return .unknown("a value that is never computed") }
    return operate(node.operator, on: left, and: right, at: id)
  }

  /// The comparisons of `a < b < c`, which share their parts; nil for another `and`.
  private func chain(_ node: Node) -> [UInt32]? {
    guard node.operator == .and, let right = tree.node(node.second), right.kind == .binary,
      let left = tree.node(node.first), left.kind == .binary
    else { return nil }
    let links = left.operator == .and ? chain(left) ?? [] : [node.first]
    guard let last = links.last.flatMap({ tree.node($0) }), last.second == right.first else { return nil }
    return links + [node.second]
  }

  /// Compares one after another, each part being evaluated once and only if all before hold.
  private mutating func compareChain(_ links: ArraySlice<UInt32>, _ left: PythonValue, at id: UInt32) -> PythonValue {
    guard let link = links.first.flatMap({ tree.node($0) }) else { return left }
    let right = evaluate(link.second)
    guard isAlive else { return right }
    let value = operate(link.operator, on: left, and: right, at: id)
    guard isAlive, links.count > 1, let truth = truth(of: value) else {
      guard isAlive, links.count > 1 else { return value }
      var results = [PythonValue.bool(false)]
      fork(2) { evaluator, way in
        if way == 0 { return }
        let value = evaluator.compareChain(links.dropFirst(), right, at: id)
        if evaluator.isAlive { results.append(value) }
      }
      return .merge(results)
    }
    return truth ? compareChain(links.dropFirst(), right, at: id) : value
  }

  /// `a or b` and `a and b`; an unknown left side keeps the right one as its default: `settings.PORT or 8080`.
  private mutating func logical(_ node: Node) -> PythonValue {
    let left = evaluate(node.first)
    guard isAlive else { return left }
    let stops = node.operator == .or
    if let truth = truth(of: left) { return truth == stops ? left : evaluate(node.second) }
    // Of several values only those stay that stop here.
    var staying: [PythonValue] = []
    for option in left.alternatives where truth(of: option) != !stops { staying.append(option) }
    var right: PythonValue?
    fork(2) { evaluator, way in
      if way == 0 { return }
      let value = evaluator.evaluate(node.second)
      if evaluator.isAlive { right = value }
    }
    guard let right else { return .merge(staying) }
    guard stops else { return .merge(staying + [right]) }
    if case .unknown(let unknown) = left, right.isScalar {
      var fallback = right
      if let own = unknown.fallback, truth(of: own) == true { fallback = own }
      return .unknown(unknown.origin, fallback: fallback)
    }
    if case .name = left, right.isScalar { return .unknown(origin(of: left), fallback: right) }
    return .merge(staying + [right])
  }

  /// Applies a function to a known value, to each alternative, or to the default of an unknown one.
  mutating func map(
    _ value: PythonValue, _ body: (inout Evaluator, PythonValue) -> PythonValue?
  ) -> PythonValue {
    switch value {
    case .unknown(let unknown):
      return .unknown(unknown.origin, fallback: unknown.fallback.flatMap { body(&self, $0) })
    case .name: return .unknown(origin(of: value))
    case .choice(let values):
      return .merge(values.map { body(&self, $0) ?? .unknown(origin(of: $0)) })
    default: return body(&self, value) ?? .unknown(origin(of: value))
    }
  }

  static let operatorMethods: [Node.Operator: String] = [
    .add: "add", .subtract: "sub", .multiply: "mul", .divide: "truediv", .floorDivide: "floordiv", .modulo: "mod",
    .power: "pow", .bitOr: "or", .bitAnd: "and", .bitXor: "xor", .leftShift: "lshift", .rightShift: "rshift",
    .matrixMultiply: "matmul",
  ]

  mutating func operate(
    _ symbol: Node.Operator, on left: PythonValue, and right: PythonValue, at id: UInt32
  ) -> PythonValue {
    switch symbol {
    case .equal, .notEqual, .less, .greater, .lessEqual, .greaterEqual, .in, .notIn, .is, .isNot:
      if symbol == .in || symbol == .notIn, case .name(Self.environmentName) = right {
        noteVariable(left, at: location(id))
      }
      return compare(symbol, left, with: right).map { .bool($0) } ?? .unknown("a comparison")
    case .modulo:
      if case .text(let format) = left { return formatted(format, with: right) }
    case .add:
      if let joined = concatenate(left, right, at: id) { return joined }
    case .divide:
      if let path = joinedPath(left, right, at: id) { return path }
    default: break
    }
    if left.alternatives.count > 1 || right.alternatives.count > 1 {
      // Each on a way of its own where some may fail.
      let isPlain = (left.alternatives + right.alternatives).allSatisfy { $0.number != nil }
      guard isPlain, ![.divide, .floorDivide, .modulo].contains(symbol) else {
        return forEachAlternative(of: left) { evaluator, left in
          evaluator.forEachAlternative(of: right) { $0.operate(symbol, on: left, and: $1, at: id) }
        }
      }
      var results: [PythonValue] = []
      for mine in left.alternatives.prefix(8) {
        for theirs in right.alternatives.prefix(8) { results.append(operate(symbol, on: mine, and: theirs, at: id)) }
      }
      return .merge(results)
    }
    if case .object(let number) = left { return operate(symbol, on: number, right, at: id) }
    if case .object(let number) = right, case .instance = objects[number].kind,
      let name = Self.operatorMethods[symbol],
      let value = callMember("__r\(name)__", of: number, PythonArguments(positional: [left]), at: id)
    {
      return value
    }
    if left.isLiteral, right.isLiteral, let value = Self.arithmetic(symbol, of: left, and: right) { return value }
    if symbol == .divide || symbol == .floorDivide || symbol == .modulo, let number = right.number, number == 0,
      left.number != nil
    {
      fail(.name("ZeroDivisionError"), "division by zero")
      return .unknown("a division by zero")
    }
    let isText = [left, right].map { if case .text = $0 { true } else { false } }
    let canFail = left.isNone || right.isNone || isText.contains(true) && symbol != .multiply && symbol != .modulo
    if left.isScalar, right.isScalar, canFail, isText != [true, true] || symbol != .add {
      let isText = if case .text = left { symbol == .add } else { false }
      fail(
        .name("TypeError"),
        isText
          ? "can only concatenate str (not \"\(Self.typeName(of: right).filter { $0 != "'" })\") to str"
          : "unsupported operand types: \(Self.typeName(of: left)) and \(Self.typeName(of: right))")
      return .unknown("an operation that fails")
    }
    mayRaise(.unknown("an exception"))
    return map(left) { evaluator, left in
      evaluator.map(right) { _, right in Self.arithmetic(symbol, of: left, and: right) }
    }
  }

  /// An operation whose left side is a thing.
  private mutating func operate(
    _ symbol: Node.Operator, on number: Int, _ right: PythonValue, at id: UInt32
  ) -> PythonValue {
    switch objects[number].kind {
    case .dictionary(let mine):
      if mine.isSet {
        let verbs: [Node.Operator: String] = [
          .bitOr: "union", .bitAnd: "intersection", .subtract: "difference", .bitXor: "symmetric_difference",
        ]
        guard let verb = verbs[symbol], case .object(let other) = right,
          case .dictionary(let theirs) = objects[other].kind
        else { break }
        charge(mine.entries.count + theirs.entries.count, 8)
        return make(.dictionary(Self.combined(verb, mine, with: theirs)), at: id)
      }
      guard symbol == .bitOr, let other = mapping(right), case .dictionary(let theirs) = objects[other].kind else {
        break
      }
      var result = mine
      result.update(with: theirs)
      charge(theirs.entries.count, 4)
      return make(.dictionary(result), at: id)
    case .list(let content):
      guard symbol == .multiply, content.isExact, let count = right.wholeNumber else { break }
      guard count > 0 else { return makeList([], at: id) }
      guard content.items.count <= Self.displayLimit / count else { break }
      return makeList(Array(repeatElement(content.items, count: count).joined()), at: id)
    case .instance:
      if let name = Self.operatorMethods[symbol],
        let value = callMember("__\(name)__", of: number, PythonArguments(positional: [right]), at: id)
      {
        return value
      }
      if symbol == .bitOr { return .object(number) }
    case .classObject where symbol == .bitOr: return .object(number)
    default: break
    }
    mayRaise(.unknown("an exception"))
    return .unknown(origin(of: .object(number)))
  }

  /// Text, tuples and lists put together; unknown parts of text become holes.
  private mutating func concatenate(_ left: PythonValue, _ right: PythonValue, at id: UInt32) -> PythonValue? {
    if let text = concatenateText(left, right) { return text }
    switch (left, right) {
    case (.tuple(let a), .tuple(let b)) where a.count + b.count <= Self.displayLimit:
      charge(a.count + b.count)
      return .tuple(a + b)
    case (.text, .choice(let values)): return .merge(values.map { concatenate(left, $0, at: id) ?? .unknown("text") })
    case (.choice(let values), .text): return .merge(values.map { concatenate($0, right, at: id) ?? .unknown("text") })
    case (.object(let a), .object(let b)):
      guard case .list(var first) = objects[a].kind, case .list(let second) = objects[b].kind,
        first.items.count + second.items.count <= Self.displayLimit
      else { return nil }
      first.append(contentsOf: second)
      return makeList(first, at: id)
    default: return nil
    }
  }

  /// Apart from the rest, whose closures would have the list of holes copied for each hole that is added to it; for the
  /// same reason nothing here is called on the evaluator while a hole is being added.
  private mutating func concatenateText(_ left: PythonValue, _ right: PythonValue) -> PythonValue? {
    for case .text(let text) in [left, right] { charge(text.utf8.count / 16) }
    return switch (left, right) {
    case (.text(let a), .text(let b)): Self.bounded(a + b)
    case (.text(let a), .unknown(let unknown)): Self.bounded(a + holed(unknown))
    case (.text(let a), .name): Self.bounded(a + holed(UnknownValue(origin: origin(of: right))))
    case (.unknown(let unknown), .text(let b)): Self.bounded(holed(unknown) + b)
    case (.name, .text(let b)): Self.bounded(holed(UnknownValue(origin: origin(of: left))) + b)
    default: nil
    }
  }

  static func bounded(_ text: String) -> PythonValue {
    text.utf8.count <= MarkedText.lengthLimit ? .text(text) : .unknown("a long text")
  }

  private static func arithmetic(_ symbol: Node.Operator, of left: PythonValue, and right: PythonValue) -> PythonValue?
  {
    switch (left, right) {
    case (.integer(let a), .integer(let b)): return integers(symbol, of: a, and: b)
    case (.bool(let a), .bool(let b)) where [.bitAnd, .bitOr, .bitXor].contains(symbol):
      return .bool(symbol == .bitAnd ? a && b : symbol == .bitOr ? a || b : a != b)
    case (.bool(let a), _): return arithmetic(symbol, of: .integer(a ? 1 : 0), and: right)
    case (_, .bool(let b)): return arithmetic(symbol, of: left, and: .integer(b ? 1 : 0))
    case (.integer, .text), (.integer, .tuple):
      return symbol == .multiply ? arithmetic(symbol, of: right, and: left) : nil
    case (.float(let a), .float(let b)): return floats(symbol, of: a, and: b)
    case (.integer(let a), .float(let b)): return floats(symbol, of: Double(a), and: b)
    case (.float(let a), .integer(let b)): return floats(symbol, of: a, and: Double(b))
    case (.text(let text), .integer(let count)) where symbol == .multiply:
      guard count > 0 else { return .text("") }
      guard text.utf8.count <= MarkedText.lengthLimit / count else { return nil }
      return .text(String(repeating: text, count: count))
    case (.tuple(let values), .integer(let count)) where symbol == .multiply:
      guard count > 0 else { return .tuple([]) }
      guard values.count <= displayLimit / count else { return nil }
      return .tuple(Array(repeatElement(values, count: count).joined()))
    default: return nil
    }
  }

  private static func integers(_ symbol: Node.Operator, of a: Int, and b: Int) -> PythonValue? {
    func checked(_ result: (partialValue: Int, overflow: Bool)) -> PythonValue? {
      result.overflow ? nil : .integer(result.partialValue)
    }
    switch symbol {
    case .add: return checked(a.addingReportingOverflow(b))
    case .subtract: return checked(a.subtractingReportingOverflow(b))
    case .multiply: return checked(a.multipliedReportingOverflow(by: b))
    case .floorDivide:
      guard b != 0, b != -1 || a != .min else { return nil }
      let quotient = a / b
      return .integer(a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient)
    case .modulo:
      guard b != 0, b != -1 else { return b == -1 ? .integer(0) : nil }
      let rest = a % b
      return .integer(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest)
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

  private static func floats(_ symbol: Node.Operator, of a: Double, and b: Double) -> PythonValue? {
    switch symbol {
    case .add: .float(a + b)
    case .subtract: .float(a - b)
    case .multiply: .float(a * b)
    case .divide: b == 0 ? nil : .float(a / b)
    default: nil
    }
  }
}
