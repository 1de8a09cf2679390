import PythonSyntax

package extension Evaluator {
  /// The largest display (list, tuple or dictionary) whose members are kept.
  static let displayLimit = 4096

  mutating func evaluate(_ id: UInt32) -> PythonValue {
    guard isAlive else { return .unknown("a value that is never computed") }
    guard level < Self.levelLimit else { return .unknown("an expression nested too deeply") }
    guard let node = tree.node(id), !isExhausted() else { return .unknown("a part that was not read") }
    level += 1
    defer { level -= 1 }
    switch node.kind {
    case .name: return lookUp(node.first)
    case .number: return number(node)
    case .string: return .text(MarkedText.clean(StringLiteral.value(tree.literal(node))))
    case .joinedStrings, .formatString: return joined(tree.list(node.second))
    case .attribute: return attribute(node.second, of: evaluate(node.first), at: id)
    case .subscript: return element(evaluate(node.first), node.second, at: id)
    case .call: return call(node, at: id)
    case .unary: return unary(node)
    case .binary: return binary(node, at: id)
    case .conditional: return conditional(node)
    case .tuple: return tuple(node)
    case .list: return list(display(node), at: id)
    case .set: return set(display(node), at: id)
    case .dictionary: return dictionary(node, at: id)
    case .lambda: return lambda(node, at: id)
    case .comprehension: return comprehension(node, at: id)
    case .walrus:
      let value = evaluate(node.second)
      guard isAlive, let name = tree.node(node.first) else { return value }
      let inner = scope
      while scopes[scope].isComprehension, let outer = scopes[scope].parent { scope = outer }
      let home = self.home(of: name.first)
      scope = inner
      scopes[home].variables[name.first] = value
      return value
    case .await, .starred: return evaluate(node.first)
    case .yield:
      let value = node.first == Node.none ? PythonValue.none : evaluate(node.first)
      if frames[frames.count - 1].consumer == nil {
        // A coroutine goes on when what it waits for has come.
        mayRaise(.unknown("an exception"))
        return .unknown("a yield")
      }
      yield(value)
      return names.find("send") == nil ? .none : .unknown("a value that is sent")
    case .yieldFrom:
      let value = evaluate(node.first)
      guard frames[frames.count - 1].consumer != nil else { return .unknown("a yield") }
      iterate(arranged(value, at: id), at: id) { $0.yield($1) }
      return .unknown("a yield")
    case .backquote: return text(of: evaluate(node.first))
    default: return .unknown("a value that is computed")
    }
  }

  private func number(_ node: Node) -> PythonValue {
    switch NumberLiteral(tree.literal(node)) {
    case .integer(let value): .integer(value)
    case .float(let value): .float(value)
    case nil: .unknown("a number")
    }
  }

  // MARK: Names

  mutating func lookUp(_ symbol: UInt32) -> PythonValue {
    var next: Int? = scopes[scope].globals.contains(symbol) ? modules[module].scope : scope
    var isFirst = true
    var found: [PythonValue] = []
    while let current = next {
      let home = scopes[current]
      if isFirst || !home.isClass, let value = home.variables[symbol] {
        let (present, isSure) = value.present
        if isSure, found.isEmpty { return value }
        if let present { found.append(present) }
        if isSure { return .merge(found) }
      }
      if home.locals.contains(symbol), !home.globals.contains(symbol), !home.nonlocals.contains(symbol) {
        let error = PythonValue.name(isFirst ? "UnboundLocalError" : "NameError")
        if found.isEmpty {
          fail(error, "cannot access local variable '\(names.text(symbol))' where it is not associated with a value")
          return .unknown("a variable that is not bound")
        }
        mayRaise(error)
        return .merge(found)
      }
      isFirst = false
      next = home.parent
    }
    if found.isEmpty { return unbound(symbol) }
    if Self.builtins.contains(names.text(symbol)) {
      found.append(.name(names.text(symbol)))
    } else {
      mayRaise(.name("NameError"))
    }
    return .merge(found)
  }

  /// A name that no statement so far has bound.
  private mutating func unbound(_ symbol: UInt32) -> PythonValue {
    if let value = constants[symbol] { return value }
    let name = names.text(symbol)
    switch name {
    case "None": return .none
    case "True": return .bool(true)
    case "False": return .bool(false)
    case "__file__": return .text(path(ofModule: module))
    case "__name__":
      if module == 0 { return programArguments == nil ? .name("__name__") : .text("__main__") }
      return .text(modules[module].name)
    case "__package__" where module != 0: return .text(package(ofModule: module))
    default:
      if let mark = names.find(Self.openMark), !Self.builtins.contains(name),
        [scope, modules[module].scope].contains(where: { scopes[$0].variables[mark] != nil })
      {
        return .unknown("code that is not followed")
      }
      if starImports.count == 1, !Self.builtins.contains(name) { return .name("\(starImports[0]).\(name)") }
      if Self.builtins.contains(name) || Self.isException(name) {
        if starImports.isEmpty { constants[symbol] = .name(name) }
      } else if starImports.isEmpty, !name.hasPrefix("__") {
        if Self.formerBuiltins.contains(name) {
          mayRaise(.name("NameError"))
        } else {
          fail(.name("NameError"), "name '\(name)' is not defined")
        }
      }
      return .name(name)
    }
  }

  /// Built-in names that only Python 2 has.
  private static let formerBuiltins: Set = [
    "unicode", "long", "xrange", "raw_input", "file", "execfile", "reload", "basestring", "unichr", "reduce", "cmp",
    "buffer", "apply", "coerce", "intern", "StandardError", "WindowsError",
  ]

  /// The scope that an assignment to a name binds it in.
  func home(of symbol: UInt32) -> Int {
    if scopes[scope].globals.contains(symbol) { return modules[module].scope }
    guard scopes[scope].nonlocals.contains(symbol) else { return scope }
    var next = scopes[scope].parent
    while let current = next {
      if !scopes[current].isClass, scopes[current].variables[symbol] != nil { return current }
      next = scopes[current].parent
    }
    return scope
  }

  mutating func setVariable(_ symbol: UInt32, in scope: Int, to value: PythonValue?) {
    scopes[scope].variables[symbol] = value
  }

  mutating func setAttribute(_ symbol: UInt32, of object: Int, to value: PythonValue?) {
    objects[object].attributes[symbol] = value
  }

  mutating func assign(_ value: PythonValue, to target: UInt32) {
    guard let node = tree.node(target), level < Self.levelLimit, isAlive else { return }
    level += 1
    defer { level -= 1 }
    switch node.kind {
    case .name: scopes[home(of: node.first)].variables[node.first] = value
    case .attribute:
      let owner = evaluate(node.first)
      if isAlive { store(value, in: node.second, of: owner, at: target) }
    case .subscript:
      let container = evaluate(node.first)
      guard isAlive else { return }
      if let bounds = subscriptBounds(node.second) {
        let content: Replacement = self.content(of: value).map { .list($0) } ?? .unknown(origin(of: value))
        replaceSlice(of: container, bounds, with: content)
      } else {
        let key = evaluate(node.second)
        guard isAlive else { return }
        if let bounds = sliceBounds(of: key) {
          let content: Replacement = self.content(of: value).map { .list($0) } ?? .unknown(origin(of: value))
          replaceSlice(of: container, bounds, with: content)
        } else {
          storeElement(value, container, key: key, at: target)
        }
      }
    case .tuple, .list: unpack(value, into: Array(tree.list(node.second)))
    case .starred: assign(value, to: node.first)
    default: break
    }
  }

  private mutating func unpack(_ value: PythonValue, into targets: [UInt32]) {
    let star = targets.firstIndex { tree.node($0)?.kind == .starred }
    guard let content = content(of: value) else {
      mayRaise(.unknown("an exception"))
      for target in targets { assign(.unknown(origin(of: value)), to: target) }
      return
    }
    guard content.isExact else {
      mayRaise(.name("ValueError"))
      for (index, target) in targets.enumerated() {
        let isKnown = star.map { index < $0 } ?? true
        let member = isKnown ? content.member(at: index).value : nil
        if index == star {
          assign(makeList(content.blurred, at: target), to: target)
        } else {
          assign(member ?? content.anyMember ?? .unknown(origin(of: value)), to: target)
        }
      }
      return
    }
    let values = content.items
    guard let star else {
      guard values.count == targets.count else {
        return fail(
          .name("ValueError"),
          values.count > targets.count
            ? "too many values to unpack (expected \(targets.count))"
            : "not enough values to unpack (expected \(targets.count), got \(values.count))")
      }
      for (target, value) in zip(targets, values) { assign(value, to: target) }
      return
    }
    guard values.count >= targets.count - 1 else { return fail(.name("ValueError")) }
    let tail = targets.count - star - 1
    for (target, value) in zip(targets[..<star], values) { assign(value, to: target) }
    let middle = Array(values[star..<(values.count - tail)])
    if let inner = tree.node(targets[star]) { assign(makeList(middle, at: targets[star]), to: inner.first) }
    for (target, value) in zip(targets[(star + 1)...], values.suffix(tail)) { assign(value, to: target) }
  }

  // MARK: Displays

  /// The members, with what `*` unpacks; nil when there are too many or they are not known.
  private mutating func display(_ node: Node) -> ListContent? {
    let members = tree.list(node.second)
    guard members.count <= Self.displayLimit else { return nil }
    var content = ListContent()
    content.items.reserveCapacity(members.count)
    for member in members {
      if let inner = tree.node(member), inner.kind == .starred {
        let value = evaluate(inner.first)
        content.append(
          contentsOf: self.content(of: value) ?? .blurred(.unknown(origin(of: value))))
      } else {
        content.append(evaluate(member))
      }
    }
    return content
  }

  private mutating func tuple(_ node: Node) -> PythonValue {
    guard let content = display(node) else { return .unknown("a long tuple") }
    return content.isExact ? makeTuple(content.items) : makeList(content, at: Node.none)
  }

  /// A tuple, unless too many lie within each other: to free a value takes as much of the stack as it is deep.
  mutating func makeTuple(_ items: [PythonValue]) -> PythonValue {
    var count = 0
    let isDeep = items.contains { $0.isNested(deeperThan: 8, &count) }
    steps -= count / 32
    return isDeep ? .unknown("tuples nested too deeply") : .tuple(items)
  }

  private mutating func list(_ content: ListContent?, at id: UInt32) -> PythonValue {
    content.map { makeList($0, at: id) } ?? .unknown("a long list")
  }

  private mutating func set(_ content: ListContent?, at id: UInt32) -> PythonValue {
    guard let content else { return .unknown("a long set") }
    content.items.forEach { failUnhashable($0) }
    return make(.dictionary(set(of: content)), at: id)
  }

  /// Lists, dictionaries and sets are no keys.
  mutating func failUnhashable(_ key: PythonValue) {
    switch object(key)?.kind {
    case .list, .dictionary: fail(.name("TypeError"))
    default: break
    }
  }

  /// A key as dictionaries and sets look it up: an instance that its class compares may equal any other.
  func keyed(_ key: PythonValue) -> PythonValue {
    switch key {
    case .object(let number):
      guard case .instance(let type) = objects[number].kind, !type.isNamed else { return key }
      let isCompared = hasMember("__eq__", number) || hasMember("__hash__", number) || !fields(of: type).isEmpty
      return isCompared ? .unknown("an object that its class compares") : key
    case .choice(let values): return .merge(values.map { keyed($0) })
    case .tuple(let values):
      return values.allSatisfy { keyed($0).isSame(as: $0) } ? key : .unknown("objects that their class compares")
    default: return key
    }
  }

  func set(of content: ListContent) -> DictionaryContent {
    var result = DictionaryContent(isSet: true)
    for (place, value) in content.items.map({ keyed($0) }).enumerated() {
      if place < content.minimum { result.add(value) } else { result.addPerhaps(value) }
    }
    if let rest = content.rest { result.addPerhaps(keyed(rest)) }
    return result
  }

  private mutating func dictionary(_ node: Node, at id: UInt32) -> PythonValue {
    let members = Array(tree.list(node.second))
    guard members.count <= 2 * Self.displayLimit else { return .unknown("a large dictionary") }
    var content = DictionaryContent()
    for index in stride(from: 0, to: members.count - 1, by: 2) {
      if members[index] == Node.none {
        let unpacked = evaluate(members[index + 1])
        if let number = mapping(unpacked), case .dictionary(let inner) = objects[number].kind {
          content.update(with: inner)
        } else if unpacked.alternatives.count > 1 {
          content.doubt("an entry of a dictionary")
        } else {
          content.doubt(origin(of: unpacked))
        }
      } else {
        let key = evaluate(members[index])
        failUnhashable(key)
        content.store(evaluate(members[index + 1]), keyed(key))
      }
      if !isAlive { return .unknown("a value that is never computed") }
    }
    return make(.dictionary(content), at: id)
  }

  private mutating func lambda(_ node: Node, at id: UInt32) -> PythonValue {
    var function = PythonFunction(module: module, node: id, scope: scope)
    evaluateDefaults(&function, node.first)
    return make(.function(function), at: id)
  }

  private mutating func conditional(_ node: Node) -> PythonValue {
    let (test, value, alternative) = (
      tree.member(node.second, 0), tree.member(node.second, 1), tree.member(node.second, 2)
    )
    let truth = evaluateTruth(test)
    guard isAlive else { return .unknown("a value that is never computed") }
    switch truth {
    case true?: return evaluate(value)
    case false?: return evaluate(alternative)
    case nil: return either([value, alternative])
    }
  }

  /// The value of one of several expressions, each followed on a way of its own.
  mutating func either(_ expressions: [UInt32]) -> PythonValue {
    var values: [PythonValue] = []
    fork(expressions.count) { evaluator, index in
      let value = evaluator.evaluate(expressions[index])
      if evaluator.isAlive { values.append(value) }
    }
    return values.isEmpty ? .unknown("a value that is never computed") : .merge(values)
  }
}
