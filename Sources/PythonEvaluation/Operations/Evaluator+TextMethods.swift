package extension Evaluator {
  // MARK: Text

  mutating func textMethod(
    _ name: String, of text: String, with arguments: PythonArguments, at id: UInt32
  ) -> PythonValue {
    charge(text.utf8.count / 4)
    if name == "format" { return formatted(text, arguments) }
    if name == "join", let parts = arguments.positional.first {
      guard let content = content(of: parts, at: id), content.isExact,
        content.items.count <= 256
      else {
        mayRaise(.unknown("an exception"))
        return .unknown("a joined text")
      }
      if content.items.contains(where: { $0.isLiteral && $0.alternatives.count == 1 && !isText($0) }) {
        fail(.name("TypeError"))
        return .unknown("a value that is never computed")
      }
      return Self.bounded(content.items.map { plainText(of: $0) }.joined(separator: text))
    }
    if ["encode", "decode"].contains(name) { return .text(text) }
    guard !MarkedText.hasHole(text) else {
      if ["strip", "rstrip", "lstrip"].contains(name) { return .text(text) }
      return .unknown(origin(of: .text(text)))
    }
    if let value = literalMethod(name, of: text, with: arguments, at: id) { return value }
    mayRaise(.unknown("an exception"))
    return .unknown("text that is computed")
  }

  private func isText(_ value: PythonValue) -> Bool { if case .text = value { true } else { false } }

  private mutating func literalMethod(
    _ name: String, of text: String, with arguments: PythonArguments, at id: UInt32
  ) -> PythonValue? {
    let given = arguments.positional
    let first: String? =
      if case .text(let first)? = given.first, !MarkedText.hasHole(first) { first } else { nil }
    switch name {
    case "lower", "casefold": return .text(text.lowercased())
    case "upper": return .text(text.uppercased())
    case "strip", "lstrip", "rstrip":
      guard given.isEmpty || first != nil else { return nil }
      let isRubbish: (Unicode.Scalar) -> Bool = { scalar in
        first.map { $0.unicodeScalars.contains(scalar) } ?? scalar.properties.isWhitespace
      }
      var rest = text.unicodeScalars[...]
      if name != "rstrip" { while let scalar = rest.first, isRubbish(scalar) { rest.removeFirst() } }
      if name != "lstrip" { while let scalar = rest.last, isRubbish(scalar) { rest.removeLast() } }
      return .text(String(String.UnicodeScalarView(rest)))
    case "startswith", "endswith":
      guard given.count == 1 else { return nil }
      var options: [String] = first.map { [$0] } ?? []
      if case .tuple(let values) = given[0] {
        options = values.compactMap { if case .text(let text) = $0, !MarkedText.hasHole(text) { text } else { nil } }
        guard options.count == values.count else { return nil }
      } else if first == nil {
        return nil
      }
      return .bool(options.contains { name == "startswith" ? text.hasPrefix($0) : text.hasSuffix($0) })
    case "isdigit": return .bool(!text.isEmpty && text.allSatisfy(\.isNumber))
    case "isalpha" where text.allSatisfy(\.isASCII): return .bool(!text.isEmpty && text.allSatisfy(\.isLetter))
    case "isspace": return .bool(!text.isEmpty && text.allSatisfy(\.isWhitespace))
    case "count": if let first, given.count == 1, !first.isEmpty { return .integer(text.ranges(of: first).count) }
    case "find", "index", "rfind", "rindex":
      guard let first, given.count == 1 else { return nil }
      let ranges = text.ranges(of: first)
      if let range = name.hasPrefix("r") ? ranges.last : ranges.first, !first.isEmpty {
        return .integer(text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound))
      }
      if first.isEmpty { return nil }
      if name.hasSuffix("find") { return .integer(-1) }
      fail(.name("ValueError"))
      return .unknown("a value that is never computed")
    case "zfill":
      if let width = given.first?.wholeNumber, width < 256, !text.hasPrefix("-"), !text.hasPrefix("+") {
        return .text(String(repeating: "0", count: max(0, width - text.unicodeScalars.count)) + text)
      }
    case "replace":
      if let first, !first.isEmpty, first.utf8.count <= 64, given.count == 2, case .text(let new) = given[1],
        !MarkedText.hasHole(new), text.utf8.count * max(1, new.utf8.count) <= MarkedText.lengthLimit
      {
        return .text(text.replacing(first, with: new))
      }
    case "split", "rsplit", "splitlines": return split(name, text, by: first, with: arguments, at: id)
    case "partition", "rpartition":
      guard let first, !first.isEmpty else { return nil }
      let ranges = text.ranges(of: first)
      guard let range = name == "partition" ? ranges.first : ranges.last else {
        return .tuple((name == "partition" ? [text, "", ""] : ["", "", text]).map { .text($0) })
      }
      return .tuple(
        [String(text[..<range.lowerBound]), first, String(text[range.upperBound...])].map { .text($0) })
    default: break
    }
    return nil
  }

  private mutating func split(
    _ name: String, _ text: String, by first: String?, with arguments: PythonArguments, at id: UInt32
  ) -> PythonValue? {
    let given = arguments.positional
    if name == "splitlines" {
      guard given.isEmpty else { return nil }
      return makeList(text.split(separator: "\n").prefix(512).map { .text(String($0)) }, at: id)
    }
    let isBlank = given.isEmpty || { if case .none = given[0] { true } else { false } }()
    let limit = (given.count > 1 ? given[1] : arguments["maxsplit"]).map { $0.wholeNumber } ?? -1
    guard let limit, arguments["sep"] == nil else { return nil }
    if isBlank {
      guard limit < 0 else { return nil }
      return makeList(text.split(whereSeparator: \.isWhitespace).prefix(512).map { .text(String($0)) }, at: id)
    }
    guard let first, !first.isEmpty else { return nil }
    let ranges = text.ranges(of: first)
    let used = limit < 0 ? ranges[...] : name == "split" ? ranges.prefix(limit) : ranges.suffix(limit)
    var parts: [PythonValue] = []
    var start = text.startIndex
    for range in used.prefix(511) {
      parts.append(.text(String(text[start..<range.lowerBound])))
      start = range.upperBound
    }
    parts.append(.text(String(text[start...])))
    return makeList(parts, at: id)
  }
}
