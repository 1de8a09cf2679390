import PythonSyntax

package extension Evaluator {
  /// Text with every hole filled by its default; `nil` when one has none.
  func substituted(_ text: String, level: Int = 0) -> String? {
    guard MarkedText.hasHole(text) else { return text }
    // Defaults of defaults: a folder of the environment below another.
    guard level < 4 else { return nil }
    var output = ""
    for scalar in text.unicodeScalars {
      guard let index = MarkedText.holeIndex(scalar) else {
        output.unicodeScalars.append(scalar)
        continue
      }
      switch unknown(ofHole: index).fallback {
      case .text(let text)?:
        guard let part = substituted(text, level: level + 1),
          output.utf8.count + part.utf8.count <= MarkedText.lengthLimit
        else { return nil }
        output += part
      case .integer(let number)?: output += String(number)
      default: return nil
      }
    }
    return output
  }

  /// `str(value)`: what is unknown becomes a hole.
  mutating func text(of value: PythonValue) -> PythonValue {
    switch value {
    case .text: return value
    case .choice(let values): return .merge(values.map { text(of: $0) })
    case .object where pathKind(of: value) == .pathlib: return text(of: pathValue(value))
    default: return .text(plainText(of: value))
    }
  }

  /// The text of a value in a larger text.
  mutating func plainText(of value: PythonValue) -> String {
    switch value {
    case .text(let text): text
    case .integer(let number): String(number)
    case .bool(let flag): flag ? "True" : "False"
    case .none: "None"
    case .unknown(let unknown): holed(unknown)
    case .object where pathKind(of: value) == .pathlib: plainText(of: pathValue(value))
    default: holed(UnknownValue(origin: origin(of: value)))
    }
  }

  /// Adjacent literals and format strings.
  mutating func joined(_ parts: ArraySlice<UInt32>) -> PythonValue {
    var text = ""
    for part in parts {
      guard let node = tree.node(part) else { continue }
      switch node.kind {
      case .formatText:
        let prefix = StringFlags(node.detail)
        text += MarkedText.clean(
          StringLiteral.value(
            text: tree.literal(node), isRaw: prefix.isRaw, isBytes: prefix.isBytes, isFormat: true))
      case .replacement:
        let value = evaluate(node.first)
        text += plain(value, isSimple: node.second == Node.none, specification: node.second, node.detail)
      default: text += plainText(of: evaluate(part))
      }
      if text.utf8.count > MarkedText.lengthLimit { return .unknown("a long text") }
    }
    return .text(text)
  }

  private mutating func plain(
    _ value: PythonValue, isSimple: Bool, specification: UInt32, _ conversion: UInt8
  ) -> String {
    if conversion == UInt8(ascii: "r") || conversion == UInt8(ascii: "a") {
      if case .integer = value, isSimple { return plainText(of: value) }
      return holed(UnknownValue(origin: origin(of: value)))
    }
    if isSimple { return plainText(of: value) }
    guard case .text(let format) = joined(tree.list(specification)) else {
      return holed(UnknownValue(origin: "formatted text"))
    }
    return laidOutText(conversion == 0 ? value : text(of: value), by: format)
  }

  /// What a value is in a larger text that lays it out.
  private mutating func laidOutText(_ value: PythonValue, by specification: String) -> String {
    if let text = Self.laidOut(value, by: specification) { return text }
    if ["", "d", "s"].contains(specification) { return plainText(of: value) }
    // A width changes nothing of where an unknown value comes from.
    if case .unknown(let unknown) = value {
      let fallback = unknown.fallback.flatMap { Self.laidOut($0, by: specification) }
      return holed(UnknownValue(origin: unknown.origin, fallback: fallback.map { .text($0) }))
    }
    return holed(UnknownValue(origin: "formatted text"))
  }

  /// `format % values`.
  mutating func formatted(_ format: String, with right: PythonValue) -> PythonValue {
    if case .choice(let values) = right { return .merge(values.map { formatted(format, with: $0) }) }
    var values = if case .tuple(let values) = right { values[...] } else { [right][...] }
    var output = ""
    var rest = Substring(format)
    while let percent = rest.firstIndex(of: "%") {
      output += rest[..<percent]
      rest = rest[percent...].dropFirst()
      var value: PythonValue?
      if rest.first == "(" {
        guard let close = rest.firstIndex(of: ")") else { return .unknown("formatted text") }
        value = entry(of: right, .text(String(rest[rest.index(after: rest.startIndex)..<close])))
        rest = rest[close...].dropFirst()
      }
      let flags = rest.prefix { "0123456789.-+ #lh*".contains($0) }
      rest = rest.dropFirst(flags.count)
      guard let kind = rest.popFirst() else { return .unknown("formatted text") }
      if kind == "%" {
        output += "%"
        continue
      }
      guard let part = value ?? values.popFirst() else { return .unknown("formatted text") }
      switch kind {
      case "s" where flags.isEmpty: output += plainText(of: part)
      case "d" where flags.isEmpty, "i" where flags.isEmpty, "u" where flags.isEmpty:
        if case .float(let number) = part, let whole = Self.truncated(number) {
          output += String(whole)
        } else {
          output += plainText(of: part)
        }
      default: output += laidOutText(part, by: Self.specification(of: String(flags), kind))
      }
      if output.utf8.count > MarkedText.lengthLimit { return .unknown("a long text") }
    }
    return Self.bounded(output + rest)
  }

  /// The specification of `format` that stands for a conversion of `%`.
  private static func specification(of flags: String, _ kind: Character) -> String {
    let marks = flags.prefix { "-+ #0".contains($0) }
    let rest = flags.dropFirst(marks.count).filter { $0 != "l" && $0 != "h" }
    let side = marks.contains("-") ? "<" : kind == "s" ? ">" : ""
    let sign = marks.contains("+") ? "+" : marks.contains(" ") ? " " : ""
    let isPadded = marks.contains("0") && side.isEmpty
    return side + sign + (marks.contains("#") ? "#" : "") + (isPadded ? "0" : "") + rest
      + (kind == "i" || kind == "u" ? "d" : String(kind))
  }

  /// `format.format(...)`.
  mutating func formatted(_ format: String, _ arguments: PythonArguments) -> PythonValue {
    var output = ""
    var rest = Substring(format)
    var next = 0
    while let character = rest.popFirst() {
      if character == "{" || character == "}" {
        if rest.first == character {
          rest.removeFirst()
          output.append(character)
          continue
        }
        guard character == "{", let close = rest.firstIndex(of: "}") else { return .unknown("formatted text") }
        let field = rest[..<close]
        rest = rest[close...].dropFirst()
        let parts = field.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        let specification = parts.count < 2 ? "" : String(parts[1])
        let value: PythonValue?
        if name.isEmpty {
          value = arguments.value(next, "")
          next += 1
        } else if let place = Int(name) {
          value = arguments.value(place, "")
        } else {
          value = arguments[name]
        }
        output += laidOutText(value ?? .unknown("formatted text"), by: specification)
      } else {
        output.append(character)
      }
      if output.utf8.count > MarkedText.lengthLimit { return .unknown("a long text") }
    }
    return .text(output)
  }
}

/// The prefix of a string literal as its node keeps it.
private struct StringFlags {
  package let bits: UInt8
  package init(_ bits: UInt8) { self.bits = bits }
  package var isRaw: Bool { bits & 1 != 0 }
  package var isBytes: Bool { bits & 2 != 0 }
}
