/// A condition on the system that a requirement is for (PEP 508, "Environment markers").
struct EnvironmentMarker {
  /// Whether it holds on Linux with CPython of a version that is not known here; `nil` where it depends on more.
  let value: Bool?
  /// The same condition in PEP 508's words, made of what was understood.
  let text: String

  /// - Returns: `nil` for what PEP 508 does not allow.
  init?(_ text: some StringProtocol) {
    guard text.utf8.count <= 1000, let tokens = Self.tokens(of: text) else { return nil }
    self.text = tokens.map(\.text).joined(separator: " ")
    var parser = MarkerParser(tokens: tokens[...])
    guard let result = parser.disjunction(depth: 0), parser.tokens.isEmpty else { return nil }
    value = result.value
  }

  enum Token: Equatable {
    case name(String)
    case text(String)
    case mark(String)

    var text: String {
      switch self {
      case .name(let word), .mark(let word): word
      case .text(let text): text.contains("'") ? "\"\(text)\"" : "'\(text)'"
      }
    }
  }

  private static func tokens(of text: some StringProtocol) -> [Token]? {
    var tokens: [Token] = []
    var rest = Substring(text)
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if first == "(" || first == ")" {
        tokens.append(.mark(String(first)))
        rest.removeFirst()
      } else if first == "'" || first == "\"" {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: first) else { return nil }
        let content = rest[..<end]
        guard content.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\\") }) else { return nil }
        tokens.append(.text(String(content)))
        rest = rest[rest.index(after: end)...]
      } else if "<>=!~".contains(first) {
        let mark = rest.prefix { "<>=!~".contains($0) }
        tokens.append(.mark(String(mark)))
        rest = rest[mark.endIndex...]
      } else {
        let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_.".contains($0)) }
        guard !word.isEmpty else { return nil }
        tokens.append(.name(String(word)))
        rest = rest[word.endIndex...]
      }
    }
    return tokens
  }
}

/// A truth value in Kleene's logic of three.
private struct Truth {
  var value: Bool?

  func and(_ other: Truth) -> Truth {
    if value == false || other.value == false { return Truth(value: false) }
    return Truth(value: value == true && other.value == true ? true : nil)
  }

  func or(_ other: Truth) -> Truth {
    if value == true || other.value == true { return Truth(value: true) }
    return Truth(value: value == false && other.value == false ? false : nil)
  }
}

private struct MarkerParser {
  var tokens: ArraySlice<EnvironmentMarker.Token>

  private static let depthLimit = 16
  /// No system that the packages are for has an older Python.
  private static let oldestPython = [3, 6]
  private static let known = [
    "os_name": "posix", "sys_platform": "linux", "platform_system": "Linux", "implementation_name": "cpython",
    "platform_python_implementation": "CPython", "extra": "",
  ]
  private static let unknown: Set<String> = [
    "python_version", "python_full_version", "platform_release", "platform_version", "platform_machine",
    "implementation_version",
  ]

  mutating func disjunction(depth: Int) -> Truth? {
    guard depth < Self.depthLimit, var result = conjunction(depth: depth) else { return nil }
    while tokens.first == .name("or") {
      tokens.removeFirst()
      guard let other = conjunction(depth: depth) else { return nil }
      result = result.or(other)
    }
    return result
  }

  private mutating func conjunction(depth: Int) -> Truth? {
    guard var result = operand(depth: depth) else { return nil }
    while tokens.first == .name("and") {
      tokens.removeFirst()
      guard let other = operand(depth: depth) else { return nil }
      result = result.and(other)
    }
    return result
  }

  private mutating func operand(depth: Int) -> Truth? {
    if tokens.first == .mark("(") {
      tokens.removeFirst()
      guard let inner = disjunction(depth: depth + 1), tokens.popFirst() == .mark(")") else { return nil }
      return inner
    }
    guard let left = tokens.popFirst(), let comparison = comparison(), let right = tokens.popFirst() else { return nil }
    switch (left, right) {
    case (.name(let name), .text(let text)): return evaluate(name, comparison, against: text)
    case (.text(let text), .name(let name)): return evaluate(name, mirrored(comparison), against: text)
    default: return nil
    }
  }

  private mutating func comparison() -> String? {
    switch tokens.popFirst() {
    case .mark(let mark) where ["<", "<=", ">", ">=", "==", "!=", "===", "~="].contains(mark): return mark
    case .name("in"): return "in"
    case .name("not") where tokens.popFirst() == .name("in"): return "not in"
    default: return nil
    }
  }

  private func mirrored(_ comparison: String) -> String {
    switch comparison {
    case "<": ">"
    case "<=": ">="
    case ">": "<"
    case ">=": "<="
    case "in", "not in": "?"
    default: comparison
    }
  }

  private func evaluate(_ name: String, _ comparison: String, against text: String) -> Truth? {
    if let value = Self.known[name] {
      switch comparison {
      case "==", "===": return Truth(value: value == text)
      case "!=": return Truth(value: value != text)
      case "in": return Truth(value: text.contains(value))
      case "not in": return Truth(value: !text.contains(value))
      default: return Truth(value: nil)
      }
    }
    guard Self.unknown.contains(name) else { return nil }
    guard name.hasPrefix("python_"),
      let version = ReleaseVersion(text.hasSuffix(".*") ? String(text.dropLast(2)) : text)
    else { return Truth(value: nil) }
    let numbers = version.release.map { Int($0) ?? Int.max }
    let isOld = numbers.lexicographicallyPrecedes(Self.oldestPython)
    let isOldest = Array(numbers.prefix(2)) == Self.oldestPython && numbers.dropFirst(2).allSatisfy { $0 == 0 }
    switch comparison {
    case "<": return Truth(value: isOld || isOldest ? false : nil)
    case "<=": return Truth(value: isOld ? false : nil)
    case ">=": return Truth(value: isOld || isOldest ? true : nil)
    case ">", "!=": return Truth(value: isOld ? true : nil)
    case "==", "===": return Truth(value: isOld ? false : nil)
    // Python 2.7 is no 3; of 3 there is only one series.
    case "~=": return Truth(value: numbers.first == 3 ? nil : false)
    default: return Truth(value: nil)
    }
  }
}
