import PythonSyntax

extension TacEvaluator {
  /// The largest display (list, tuple or dictionary) whose members are kept.
  static let displayLimit = 4096

  mutating func evaluate(_ id: UInt32) -> TacValue {
    guard level < Self.levelLimit else { return .unknown("an expression nested too deeply") }
    guard let node = tree.node(id), !isExhausted() else { return .unknown("a part that was not read") }
    level += 1
    defer { level -= 1 }
    switch node.kind {
    case .name: return lookUp(node.first)
    case .number: return number(node)
    case .string: return .text(TacText.clean(StringLiteral.value(tree.literal(node))))
    case .joinedStrings, .formatString: return joined(tree.list(node.second), at: id)
    case .attribute: return attribute(node.second, of: evaluate(node.first), at: id)
    case .subscript: return element(evaluate(node.first), node.second, at: id)
    case .call: return call(node, at: id)
    case .unary: return unary(node, at: id)
    case .binary: return binary(node, at: id)
    case .conditional: return conditional(node)
    case .tuple: return display(node) ?? .unknown("a long tuple")
    case .list, .set: return list(display(node), at: id)
    case .dictionary: return dictionary(node, at: id)
    case .lambda: return lambda(id)
    case .comprehension: return comprehension(node, at: id)
    case .walrus:
      let value = evaluate(node.second)
      assign(value, to: node.first)
      return value
    case .await, .starred: return evaluate(node.first)
    case .yield, .yieldFrom:
      let value = node.first == Node.none ? TacValue.none : evaluate(node.first)
      if frames[frames.count - 1].yielded.count < Self.displayLimit { frames[frames.count - 1].yielded.append(value) }
      return .unknown("a yield")
    case .backquote: return text(of: evaluate(node.first))
    default: return .unknown("a value that is computed")
    }
  }

  private func number(_ node: Node) -> TacValue {
    switch NumberLiteral(tree.literal(node)) {
    case .integer(let value): .integer(value)
    case .float(let value): .float(value)
    case nil: .unknown("a number")
    }
  }

  // MARK: Names

  mutating func lookUp(_ symbol: UInt32) -> TacValue {
    var next: Int? = scopes[scope].globals.contains(symbol) ? modules[module].scope : scope
    var isFirst = true
    while let current = next {
      if isFirst || !scopes[current].isClass, let value = scopes[current].variables[symbol] { return value }
      isFirst = false
      next = scopes[current].parent
    }
    if let value = constants[symbol] { return value }
    let name = names.text(symbol)
    switch name {
    case "None": return .none
    case "True": return .bool(true)
    case "False": return .bool(false)
    case "__file__": return .text("\(TacText.beside)/\(file.split(separator: "/").last.map(String.init) ?? file)")
    case "__name__":
      return module == 0 ? .name("__name__") : .text(modules[module].name)
    default:
      if starImports.count == 1, !Self.builtins.contains(name) { return .name("\(starImports[0]).\(name)") }
      if starImports.isEmpty { constants[symbol] = .name(name) }
      return .name(name)
    }
  }

  mutating func assign(_ value: TacValue, to target: UInt32) {
    guard let node = tree.node(target), level < Self.levelLimit else { return }
    level += 1
    defer { level -= 1 }
    switch node.kind {
    case .name:
      let home = scopes[scope].globals.contains(node.first) ? modules[module].scope : scope
      setVariable(node.first, in: home, to: value)
    case .attribute: store(value, in: node.second, of: evaluate(node.first), at: target)
    case .subscript: storeElement(value, evaluate(node.first), node.second, at: target)
    case .tuple, .list: unpack(value, into: Array(tree.list(node.second)))
    case .starred: assign(value, to: node.first)
    default: break
    }
  }

  private mutating func unpack(_ value: TacValue, into targets: [UInt32]) {
    let values = elements(of: value)
    let hasStar = targets.contains { tree.node($0)?.kind == .starred }
    for (index, target) in targets.enumerated() {
      if let values, !values.isPartial, !hasStar, values.values.count == targets.count {
        assign(values.values[index], to: target)
      } else {
        assign(.unknown(origin(of: value)), to: target)
      }
    }
  }

  // MARK: Displays

  /// The members, with what `*` unpacks; `nil` when there are too many.
  private mutating func display(_ node: Node) -> TacValue? {
    let members = tree.list(node.second)
    guard members.count <= Self.displayLimit else { return nil }
    var values: [TacValue] = []
    values.reserveCapacity(members.count)
    for member in members {
      if let inner = tree.node(member), inner.kind == .starred {
        guard let (more, isPartial) = elements(of: evaluate(inner.first)), !isPartial,
          values.count + more.count <= Self.displayLimit
        else { return nil }
        values.append(contentsOf: more)
      } else {
        values.append(evaluate(member))
      }
    }
    return .tuple(values)
  }

  private mutating func list(_ members: TacValue?, at id: UInt32) -> TacValue {
    guard case .tuple(let values)? = members else { return .unknown("a long list") }
    return make(.list(values), at: id)
  }

  private mutating func dictionary(_ node: Node, at id: UInt32) -> TacValue {
    let members = Array(tree.list(node.second))
    guard members.count <= 2 * Self.displayLimit else { return .unknown("a large dictionary") }
    var entries: [(key: TacValue, value: TacValue)] = []
    var isPartial = false
    for index in stride(from: 0, to: members.count - 1, by: 2) {
      if members[index] == Node.none {
        let unpacked = evaluate(members[index + 1])
        if let more = object(unpacked), case .dictionary(let inner) = more.kind {
          entries.append(contentsOf: inner.prefix(Self.displayLimit))
          isPartial = isPartial || more.isPartial
        } else {
          isPartial = true
        }
      } else {
        let key = evaluate(members[index])
        entries.append((key, evaluate(members[index + 1])))
      }
    }
    let value = make(.dictionary(entries), at: id)
    if isPartial, case .object(let id) = value { objects[id].isPartial = true }
    return value
  }

  private mutating func lambda(_ id: UInt32) -> TacValue {
    make(.function(TacFunction(module: module, node: id, scope: scope)), at: id)
  }

  private mutating func conditional(_ node: Node) -> TacValue {
    let (test, value, alternative) = (
      tree.member(node.second, 0), tree.member(node.second, 1), tree.member(node.second, 2)
    )
    switch evaluateTruth(test) {
    case true?: return evaluate(value)
    case false?: return evaluate(alternative)
    case nil: return either({ $0.evaluate(value) }, { $0.evaluate(alternative) })
    }
  }

  /// The value of one of two expressions, both of which are followed.
  mutating func either(
    _ first: (inout TacEvaluator) -> TacValue, _ second: (inout TacEvaluator) -> TacValue
  ) -> TacValue {
    doubt += 1
    let values = [first(&self), second(&self)]
    doubt -= 1
    return .merge(values)
  }
}
