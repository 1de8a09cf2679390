/// What is known of a Python value without running the program.
indirect enum TacValue: Sendable {
  case unknown(TacUnknown)
  case none
  case bool(Bool)
  case integer(Int)
  case float(Double)
  /// Text or bytes; unknown parts of it are holes (see `TacText`).
  case text(String)
  case tuple([TacValue])
  /// A thing with an identity: list, dictionary, function, class, instance; its number on the heap.
  case object(Int)
  /// Something that lives in code which is not at hand, by its qualified name: `twisted.application.internet.TCPServer`.
  case name(String)
  /// One of several values, depending on which branch was taken.
  case choice([TacValue])

  static func unknown(_ origin: String, fallback: TacValue? = nil) -> TacValue {
    .unknown(TacUnknown(origin: origin, fallback: fallback))
  }

  /// Whether it is a plain value rather than a thing.
  var isScalar: Bool {
    switch self {
    case .none, .bool, .integer, .float, .text: true
    default: false
    }
  }

  /// Whether both are surely the same; values nested deeply are not compared.
  func isSame(as other: TacValue, level: Int = 0) -> Bool {
    switch (self, other) {
    case (.none, .none): true
    case (.bool(let a), .bool(let b)): a == b
    case (.integer(let a), .integer(let b)): a == b
    case (.float(let a), .float(let b)): a == b
    case (.text(let a), .text(let b)): a == b
    case (.object(let a), .object(let b)): a == b
    case (.name(let a), .name(let b)): a == b
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
  static func merge(_ values: [TacValue]) -> TacValue {
    var distinct: [TacValue] = []
    for value in values {
      let parts = if case .choice(let alternatives) = value { alternatives } else { [value] }
      for part in parts where !distinct.contains(where: { $0.isSame(as: part) }) { distinct.append(part) }
    }
    if distinct.count == 1 { return distinct[0] }
    if distinct.count > 8 { return .unknown("one of many values") }
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
}

/// A value that only running the program would tell.
struct TacUnknown: Sendable {
  /// Where it comes from: `env:PORT`, `config:server.port`, `import:settings.PORT`, or a short reason.
  var origin: String
  /// What the program uses when the origin says nothing.
  var fallback: TacValue?
}
