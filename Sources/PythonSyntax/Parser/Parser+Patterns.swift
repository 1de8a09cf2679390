extension Parser {
  /// What the pattern of a `case` binds, and what it lets pass whatever comes: nothing, all under a name, or all.
  struct Pattern {
    var names: [UInt32] = []
    /// What Python calls it where patterns after it are never tried.
    var irrefutable: String?
  }

  /// Checks a pattern, which has been read as an expression (PEP 634).
  mutating func checkPattern(_ id: UInt32) -> Pattern {
    let node = nodes[Int(id)]
    var pattern = Pattern()
    switch node.kind {
    case .name: checkCapture(node, &pattern)
    case .number, .string, .ellipsis:
      if node.kind == .ellipsis { reject(at: Int(node.offset)) }
    case .joinedStrings, .formatString:
      if expressionName(id) != "literal" {
        reject("patterns may only match literals and attribute lookups", at: Int(node.offset), phase: .code)
      }
    case .unary:
      if node.operator != .minus || nodes[Int(node.first)].kind != .number { reject(at: Int(node.offset)) }
    case .binary: checkOperation(node, &pattern)
    case .attribute: checkDotted(id)
    case .call: checkClass(node, &pattern)
    case .tuple, .list: checkSequence(node, &pattern)
    case .dictionary: checkMapping(node, &pattern)
    case .walrus:
      let inner = checkPattern(node.second)
      pattern.irrefutable = inner.irrefutable
      add(inner.names, to: &pattern, at: node)
      let symbol = nodes[Int(node.first)].first
      if names.text(symbol) == "_" { reject("cannot use '_' as a target", at: Int(node.offset)) }
      add([symbol], to: &pattern, at: node)
    default: reject(at: Int(node.offset))
    }
    return pattern
  }

  private mutating func add(_ symbols: [UInt32], to pattern: inout Pattern, at node: Node) {
    for symbol in symbols {
      if pattern.names.contains(symbol) {
        reject(
          "multiple assignments to name '\(names.text(symbol))' in pattern", at: Int(node.offset), phase: .code)
      } else if pattern.names.count < 256 {
        pattern.names.append(symbol)
      }
    }
  }

  private mutating func checkCapture(_ node: Node, _ pattern: inout Pattern) {
    if [Keyword.noneValue, .trueValue, .falseValue].contains(where: { $0.rawValue == node.first }) { return }
    let name = names.text(node.first)
    if name == "_" {
      pattern.irrefutable = "wildcard"
    } else {
      checkDebug(node.first, at: Int(node.offset))
      pattern.irrefutable = "name capture '\(name)'"
      pattern.names = [node.first]
    }
  }

  private mutating func checkOperation(_ node: Node, _ pattern: inout Pattern) {
    switch node.operator {
    case .bitOr:
      let (first, second) = (checkPattern(node.first), checkPattern(node.second))
      if let first = first.irrefutable { rejectUnreachable(after: first, at: node) }
      if Set(first.names) != Set(second.names) {
        reject("alternative patterns bind different names", at: Int(node.offset), phase: .code)
      }
      pattern = Pattern(names: first.names, irrefutable: second.irrefutable)
    case .add, .subtract:
      guard isReal(node.first, signed: true) != nil, let second = isReal(node.second, signed: false) else {
        return reject(at: Int(node.offset))
      }
      if isReal(node.first, signed: true) == false {
        reject("real number required in complex literal", at: Int(node.offset))
      } else if second {
        reject("imaginary number required in complex literal", at: Int(node.offset))
      }
    default: reject(at: Int(node.offset))
    }
  }

  /// Whether a number is real; nil for what is none.
  private func isReal(_ id: UInt32, signed: Bool) -> Bool? {
    let node = nodes[Int(id)]
    if signed, node.kind == .unary, node.operator == .minus { return isReal(node.first, signed: false) }
    guard node.kind == .number, node.first > 0 else { return nil }
    let last = tokens.byte(Int(node.offset + node.first) - 1)
    return last | 0x20 != UInt8(ascii: "j")
  }

  /// Tells that what stands after something that always matches is never tried.
  mutating func rejectUnreachable(after name: String, at node: Node) {
    reject("\(name) makes remaining patterns unreachable", at: Int(node.offset), phase: .code)
  }

  private mutating func checkDotted(_ id: UInt32) {
    var node = nodes[Int(id)]
    while node.kind == .attribute { node = nodes[Int(node.first)] }
    if node.kind != .name { reject(at: Int(node.offset)) }
  }

  private mutating func checkClass(_ node: Node, _ pattern: inout Pattern) {
    checkDotted(node.first)
    var keywords: Set<UInt32> = []
    for argument in list(node.second) {
      let part = nodes[Int(argument)]
      if part.kind == .keywordArgument {
        if !keywords.insert(part.first).inserted {
          reject(
            "attribute name repeated in class pattern: \(names.text(part.first))", at: Int(part.offset), phase: .code)
        }
        add(checkPattern(part.second).names, to: &pattern, at: part)
      } else {
        add(checkPattern(argument).names, to: &pattern, at: part)
      }
    }
  }

  private mutating func checkSequence(_ node: Node, _ pattern: inout Pattern) {
    var isStarred = false
    for member in list(node.second) {
      let part = nodes[Int(member)]
      guard part.kind == .starred else {
        add(checkPattern(member).names, to: &pattern, at: part)
        continue
      }
      if isStarred { reject("multiple starred names in sequence pattern", at: Int(node.offset), phase: .code) }
      isStarred = true
      guard nodes[Int(part.first)].kind == .name else {
        reject(at: Int(part.offset))
        continue
      }
      add(checkPattern(part.first).names, to: &pattern, at: part)
    }
  }

  private mutating func checkMapping(_ node: Node, _ pattern: inout Pattern) {
    let members = Array(list(node.second))
    var keys: Set<[UInt8]> = []
    for place in stride(from: 0, to: members.count - 1, by: 2) {
      let value = nodes[Int(members[place + 1])]
      guard members[place] != Node.none else {
        // What is left of the mapping goes to a name, at the end.
        if place + 2 < members.count || value.kind != .name || names.text(value.first) == "_" {
          reject(at: Int(value.offset))
        } else {
          add([value.first], to: &pattern, at: value)
        }
        continue
      }
      let key = nodes[Int(members[place])]
      switch key.kind {
      case .number, .string:
        let text = Array(tokens.bytes[Int(key.offset)..<Int(key.offset + key.first)])
        if !keys.insert(text).inserted {
          let shown = String(decoding: text, as: UTF8.self).replacing("\"", with: "'")
          reject("mapping pattern checks duplicate key (\(shown))", at: Int(node.offset), phase: .code)
        }
      case .name:
        if ![Keyword.noneValue, .trueValue, .falseValue].contains(where: { $0.rawValue == key.first }) {
          reject(at: Int(key.offset))
        }
      case .attribute, .joinedStrings, .unary, .binary: _ = checkPattern(members[place])
      default: reject(at: Int(key.offset))
      }
      add(checkPattern(members[place + 1]).names, to: &pattern, at: value)
    }
  }
}
