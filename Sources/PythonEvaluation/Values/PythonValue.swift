/// What is known of a Python value without running the program.
package indirect enum PythonValue: Sendable {
  case unknown(UnknownValue)
  case none
  case bool(Bool)
  case integer(Int)
  case float(Double)
  /// Text or bytes; unknown parts of it are holes (see `MarkedText`).
  case text(String)
  case tuple([PythonValue])
  /// A thing with an identity: list, dictionary, function, class, instance; its number on the heap.
  case object(Int)
  /// Something that lives in code which is not at hand, by its qualified name: `twisted.application.internet.TCPServer`.
  case name(String)
  /// One of several values, depending on which way was taken.
  case choice([PythonValue])
  /// Nothing: an alternative of a variable or an attribute that is not bound on every way. It never leaves where it is
  /// stored.
  case absent

  /// - Parameter fallback: dropped where it is the end of a long chain of them, which nobody wrote.
  package static func unknown(_ origin: String, fallback: PythonValue? = nil) -> PythonValue {
    var (next, count) = (fallback, 0)
    while case .unknown(let inner)? = next, count <= 16 { (next, count) = (inner.fallback, count + 1) }
    return .unknown(UnknownValue(origin: origin, fallback: count > 16 ? nil : fallback))
  }

  /// Whether it is a plain value rather than a thing.
  package var isScalar: Bool {
    switch self {
    case .none, .bool, .integer, .float, .text: true
    default: false
    }
  }

  /// Whether it is a plain value, known or not.
  package var isPlain: Bool { if case .unknown = self { true } else { isScalar } }

  package var isNamed: Bool { if case .name = self { true } else { false } }

  package func isName(_ name: String) -> Bool { if case .name(name) = self { true } else { false } }

  package var isNone: Bool { if case .none = self { true } else { false } }

  /// Whether both are surely the same; values nested deeply are not compared.
  package func isSame(as other: PythonValue, level: Int = 0) -> Bool {
    switch (self, other) {
    case (.none, .none): true
    case (.bool(let a), .bool(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.float(let a), .float(let b)): a == b
    case (.text(let a), .text(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    case (.name(let a), .name(let b)): a == b
    case (.absent, .absent): true
    case (.choice(let a), .choice(let b)):
      level < 3 && a.count == b.count && zip(a, b).allSatisfy { $0.isSame(as: $1, level: level + 1) }
    case (.tuple(let a), .tuple(let b)):
      level < 3 && a.count == b.count && a.count <= 16 && zip(a, b).allSatisfy { $0.isSame(as: $1, level: level + 1) }
    case (.unknown(let a), .unknown(let b)):
      a.origin == b.origin
        && (a.fallback.flatMap { x in b.fallback.map { x.isSame(as: $0, level: level + 1) } }
          ?? (a.fallback == nil && b.fallback == nil))
    default: false
    }
  }

  /// What a variable holds after branches that set it differently.
  ///
  /// A plain value beside an unknown one is the unknown one's default, as in
  /// `try: port = int(os.environ["PORT"])` / `except KeyError: port = 8080`.
  package static func merge(_ values: [PythonValue]) -> PythonValue {
    var distinct: [PythonValue] = []
    var isAbsent = false
    for value in values {
      for part in value.alternatives {
        if case .absent = part {
          isAbsent = true
        } else if distinct.count <= 8, !distinct.contains(where: { $0.isSame(as: part) }) {
          distinct.append(part)
        }
      }
    }
    if isAbsent { return distinct.isEmpty ? .absent : .choice(merge(distinct).alternatives + [.absent]) }
    if distinct.count == 1 { return distinct[0] }
    if distinct.count > 8 { return .unknown(oneOfMany) }
    // A name from elsewhere beside a plain value is a constant with a default: `from settings import PORT` in a `try`.
    if distinct.contains(where: { if case .name = $0 { true } else { false } }),
      distinct.contains(where: { if case .none = $0 { false } else { $0.isScalar } })
    {
      distinct = distinct.map {
        if case .name(let name) = $0, name.contains(".") { .unknown("import:\(name)") } else { $0 }
      }
    }
    let unknowns = distinct.compactMap { if case .unknown(let unknown) = $0 { unknown } else { nil } }
    let scalars = distinct.filter(\.isScalar)
    if let first = unknowns.first, unknowns.count + scalars.count == distinct.count {
      let known = scalars + unknowns.compactMap(\.fallback)
      let agreed = known.first.flatMap { first in known.allSatisfy { $0.isSame(as: first) } ? first : nil }
      return .unknown(first.origin, fallback: agreed)
    }
    return .choice(distinct)
  }

  /// The values that it may be, as far as they are told apart.
  package var alternatives: [PythonValue] { if case .choice(let values) = self { values } else { [self] } }

  /// Joins what stands here on another way; tells whether that changed it.
  package mutating func join(_ other: PythonValue, isWidening: Bool) -> Bool {
    if isSame(as: other) { return false }
    let merged = PythonValue.merge([self, other])
    if merged.isSame(as: self) { return false }
    guard isWidening else {
      self = merged
      return true
    }
    if merged.isOfThings, alternatives.contains(where: { if case .object = $0 { true } else { false } }) {
      return false
    }
    let wide = PythonValue.unknown(Self.changedByLoop)
    if case .unknown(let mine) = self, mine.origin == Self.changedByLoop, mine.fallback == nil { return false }
    self = wide
    return true
  }

  /// Whether it is a thing or one of several.
  private var isOfThings: Bool {
    alternatives.allSatisfy { value in
      switch value {
      case .object, .absent, .name: true
      default: false
      }
    }
  }

  /// What the members that a loop adds to a list become when another round has added others: those of the first rounds
  /// stand for those of all.
  package func widened(to merged: PythonValue) -> PythonValue {
    guard merged.isOfThings else { return .unknown(Self.changedByLoop) }
    return alternatives.count < 3 ? merged : self
  }

  /// The value without the alternative of being absent, and whether it is surely there.
  package var present: (value: PythonValue?, isSure: Bool) {
    switch self {
    case .absent: return (nil, false)
    case .choice(let values):
      let there = values.filter { if case .absent = $0 { false } else { true } }
      if there.count == values.count { return (self, true) }
      return (there.isEmpty ? nil : .merge(there), false)
    default: return (self, true)
    }
  }

  /// Tuples within tuples beyond this depth are not looked into.
  package static let nestingLimit = 4

  package static let oneOfMany = "one of many values"
  package static let changedByLoop = "a value that a loop changes"

  /// Whether it is a value that can be told apart from any other such value.
  package var isLiteral: Bool { isLiteral(level: 0) }

  private func isLiteral(level: Int) -> Bool {
    switch self {
    case .none, .bool, .integer, .float: true
    case .text(let text): !MarkedText.hasHole(text)
    case .tuple(let values):
      level < Self.nestingLimit && values.count <= 64 && values.allSatisfy { $0.isLiteral(level: level + 1) }
    default: false
    }
  }

  /// Whether tuples lie within each other through more levels, or in too many ways to tell.
  ///
  /// - Parameter count: grows by the values that are looked at.
  package func isNested(deeperThan levels: Int, _ count: inout Int) -> Bool {
    count += 1
    switch self {
    case .tuple(let values), .choice(let values):
      guard levels > 0, count < 100_000 else { return true }
      return values.contains { $0.isNested(deeperThan: levels - 1, &count) }
    case .unknown(let unknown): return unknown.fallback?.isNested(deeperThan: levels, &count) ?? false
    default: return false
    }
  }

  /// Whether both are equal as Python sees it; nil when that is not known.
  package func equals(_ other: PythonValue, level: Int = 0) -> Bool? {
    switch (self, other) {
    case (.choice, _), (_, .choice):
      let outcomes = alternatives.flatMap { mine in other.alternatives.map { mine.equals($0, level: level) } }
      return outcomes.dropFirst().allSatisfy { $0 == outcomes[0] } ? outcomes[0] : nil
    case (.unknown, _), (_, .unknown), (.absent, _), (_, .absent): return nil
    case (.name(let a), .name(let b)): return a == b ? true : nil
    case (.name, _), (_, .name): return nil
    case (.object(let a), .object(let b)): return a == b ? true : nil
    case (.object, _), (_, .object): return nil
    case (.tuple(let a), .tuple(let b)):
      if a.count != b.count { return false }
      if level >= Self.nestingLimit { return nil }
      var isSure = true
      for (mine, theirs) in zip(a, b) {
        switch mine.equals(theirs, level: level + 1) {
        case false?: return false
        case nil: isSure = false
        case true?: continue
        }
      }
      return isSure ? true : nil
    case (.text(let a), .text(let b)): return MarkedText.hasHole(a) || MarkedText.hasHole(b) ? nil : a == b
    case (.none, .none): return true
    default:
      guard let a = number, let b = other.number else { return false }
      return a == b
    }
  }

  /// A number or a truth as a number, as far as it has an exact one.
  package var number: Double? {
    switch self {
    case .bool(let flag): flag ? 1 : 0
    case .integer(let value): Double(value)
    case .float(let value): value
    default: nil
    }
  }

  /// A whole number or a truth.
  package var wholeNumber: Int? {
    switch self {
    case .bool(let flag): flag ? 1 : 0
    case .integer(let value): value
    default: nil
    }
  }
}

extension PythonValue? {
  /// Joins what there is on another way, where there is something; tells whether that changed it.
  mutating func join(_ other: PythonValue?, isWidening: Bool) -> Bool {
    guard let other else { return false }
    guard var mine = self else {
      self = other
      return true
    }
    let hasChanged = mine.join(other, isWidening: isWidening)
    self = mine
    return hasChanged
  }
}

/// A value that only running the program would tell.
package struct UnknownValue: Sendable {
  /// Where it comes from: `env:PORT`, `config:server.port`, `import:settings.PORT`, or a short reason.
  package var origin: String
  /// What the program uses when the origin says nothing.
  package var fallback: PythonValue?
}
