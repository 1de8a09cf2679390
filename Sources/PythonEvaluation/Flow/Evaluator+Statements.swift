import PythonSyntax

package extension Evaluator {
  mutating func run(_ block: UInt32) {
    for statement in tree.list(block) {
      guard isAlive, !isExhausted() else { return }
      runStatement(statement)
    }
  }

  mutating func runStatement(_ id: UInt32) {
    guard let node = tree.node(id) else { return }
    if !modules[module].isStub { statement = (module, id) }
    switch node.kind {
    case .assign:
      let value = evaluate(node.first)
      for target in tree.list(node.second) { assign(value, to: target) }
    case .augmentedAssign: runAugmentedAssignment(node, at: id)
    case .annotatedAssign:
      let value = tree.member(node.second, 1)
      if value != Node.none { assign(evaluate(value), to: node.first) }
    case .delete: for target in tree.list(node.second) { delete(target) }
    case .pass, .typeAlias: break
    case .break: leaveLoop(\.broken)
    case .continue: leaveLoop(\.continued)
    case .return:
      let value = node.first == Node.none ? PythonValue.none : evaluate(node.first)
      guard isAlive else { return }
      setResult(value)
      leaveFunction()
    case .raise: runRaise(node)
    case .global:
      charge(scopes[scope].globals.count)
      for symbol in tree.list(node.second) { scopes[scope].globals.insert(symbol) }
    case .nonlocal:
      charge(scopes[scope].nonlocals.count)
      for symbol in tree.list(node.second) { scopes[scope].nonlocals.insert(symbol) }
    case .import: runImport(node, at: id)
    case .importFrom: runImportFrom(node, at: id)
    case .assert:
      switch evaluateTruth(node.first) {
      case true?: break
      case false?: raise(.name("AssertionError"))
      case nil: mayRaise(.name("AssertionError"))
      }
    case .exec: runExec(node, at: id)
    case .print: for operand in tree.list(node.second) { _ = evaluate(operand) }
    case .if: runIf(Array(tree.list(node.second)))
    case .while: runWhile(node)
    case .for: runFor(node, at: id)
    case .try: runTry(node)
    case .with: runWith(Array(tree.list(node.second)), 1)
    case .function: defineFunction(node, at: id)
    case .classDefinition: defineClass(node, at: id)
    case .match: runMatch(node)
    default:
      let value = evaluate(id)
      // Python 2 calls the function for every member, Python 3 only for those that are asked for.
      if case .generator(let generator)? = object(value)?.kind, case .builtin = generator.source {
        perhaps { $0.iterate(value, at: id) { _, _ in } }
      }
    }
  }

  /// What the function under way returns, kept where the joining of ways joins it too.
  mutating func setResult(_ value: PythonValue) {
    let mark = symbol("(result)")
    scopes[frames[frames.count - 1].scope].variables[mark] = value
  }

  private mutating func runAugmentedAssignment(_ node: Node, at id: UInt32) {
    guard let target = tree.node(node.first) else { return }
    switch target.kind {
    case .attribute:
      let owner = evaluate(target.first)
      let before = attribute(target.second, of: owner, at: id)
      let value = augment(before, node, at: id)
      if isAlive { store(value, in: target.second, of: owner, at: id) }
    case .subscript where tree.node(target.second)?.kind != .slice:
      let container = evaluate(target.first)
      let key = evaluate(target.second)
      let before = element(of: container, key)
      let value = augment(before, node, at: id)
      if isAlive { storeElement(value, container, key: key, at: id) }
    default:
      let before = evaluate(node.first)
      assign(augment(before, node, at: id), to: node.first)
    }
  }

  /// `a += b` and its like, which change lists, sets and dictionaries where they are.
  private mutating func augment(_ before: PythonValue, _ node: Node, at id: UInt32) -> PythonValue {
    let right = evaluate(node.second)
    guard isAlive else { return .unknown("a value that is never computed") }
    let `operator` = node.operator
    return forEachAlternative(of: before) { evaluator, left in
      guard case .object(let number) = left else { return evaluator.operate(`operator`, on: left, and: right, at: id) }
      switch (evaluator.objects[number].kind, `operator`) {
      case (.list, .add):
        _ = evaluator.listMethod("extend", of: number, with: PythonArguments(positional: [right]), at: id)
      case (.list, .multiply):
        guard case .object(let other) = evaluator.operate(.multiply, on: left, and: right, at: id),
          case .list(let content) = evaluator.objects[other].kind
        else {
          evaluator.blur(number, "a list that is repeated")
          return left
        }
        evaluator.objects[number].kind = .list(content)
      case (.dictionary, .bitOr): evaluator.update(number, with: right, at: id)
      case (.dictionary(let content), _) where content.isSet:
        guard case .object(let other) = evaluator.operate(`operator`, on: left, and: right, at: id),
          case .dictionary(let result) = evaluator.objects[other].kind
        else {
          evaluator.blur(number, "a set that is computed")
          return left
        }
        evaluator.objects[number].kind = .dictionary(result)
      case (.instance, _):
        let name = Self.operatorMethods[`operator`].map { "__i\($0)__" } ?? ""
        if let value = evaluator.callMember(name, of: number, PythonArguments(positional: [right]), at: id) {
          return value
        }
        return evaluator.operate(`operator`, on: left, and: right, at: id)
      default: return evaluator.operate(`operator`, on: left, and: right, at: id)
      }
      return left
    }
  }

  private mutating func delete(_ target: UInt32) {
    guard let node = tree.node(target), isAlive else { return }
    switch node.kind {
    case .name: unbind(node.first)
    case .attribute:
      let owner = evaluate(node.first)
      if isAlive { deleteAttribute(node.second, of: owner, at: target) }
    case .subscript:
      let container = evaluate(node.first)
      if let bounds = subscriptBounds(node.second) {
        return replaceSlice(of: container, bounds, with: .list(ListContent()))
      }
      let key = evaluate(node.second)
      guard isAlive else { return }
      if let bounds = sliceBounds(of: key) {
        return replaceSlice(of: container, bounds, with: .list(ListContent()))
      }
      _ = forEachAlternative(of: container) { evaluator, container in
        if case .object(let number) = container { evaluator.deleteElement(of: number, key, at: target) }
        return .none
      }
    case .tuple, .list: for member in tree.list(node.second) { delete(member) }
    default: break
    }
  }

  mutating func unbind(_ symbol: UInt32) {
    let home = self.home(of: symbol)
    scopes[home].variables[symbol] = nil
  }

  // MARK: Branches

  /// Each test that may go either way is a fork (see `fork`), whose second way goes on to the next test. A chain of `elif`
  /// can be of any length, so it is followed without recursion.
  private mutating func runIf(_ members: [UInt32]) {
    var forks: [(kept: State?, uncaught: UInt64)] = []
    var index = 0
    while index + 1 < members.count, isAlive {
      let (test, block) = (members[index], members[index + 1])
      index += 2
      let truth = test == Node.none ? true : evaluateTruth(test)
      guard isAlive else { break }
      switch truth {
      case true?:
        for place in stride(from: index, to: members.count - 1, by: 2) { markDead(members[place + 1]) }
        run(block)
        index = members.count
      case false?: markDead(block)
      case nil:
        let start = state
        let before = uncaught
        let share = start.weight / 2
        steps -= forkCost
        weight = start.weight - share
        run(block)
        var kept: State?
        keep(in: &kept)
        forks.append((kept, before))
        if isExhausted(), kept != nil {
          index = members.count
        } else {
          steps -= forkCost
          resume(start)
          weight = share
        }
      }
    }
    for (kept, before) in forks.reversed() {
      var result = kept
      keep(in: &result)
      guard let result else {
        end()
        continue
      }
      resume(result)
      forgive(since: before)
    }
  }

  /// Notes that a block never runs, so that its imports are not taken for the application's.
  mutating func markDead(_ block: UInt32) {
    guard frames.count == 1 || isSure, deadCode.count < 1000, let first = tree.list(block).first,
      let last = tree.list(block).last,
      let start = tree.node(first)?.offset, let lastNode = tree.node(last)
    else { return }
    // The range ends where the last statement does; an unindented line closes it.
    deadCode.append((module, start..<endOfBlock(start, after: lastNode.offset)))
  }

  private func endOfBlock(_ start: UInt32, after offset: UInt32) -> UInt32 {
    let bytes = tree.source.bytes
    let line = tree.source.line(at: Int(start))
    let indent = Int(start) - tree.source.start(ofLine: line)
    var next = tree.source.line(at: Int(offset)) + 1
    while next <= tree.source.lineCount {
      let lineStart = tree.source.start(ofLine: next)
      let text = bytes[lineStart...].prefix { $0 == 0x20 || $0 == 0x09 }
      let first = lineStart + text.count < bytes.count ? bytes[lineStart + text.count] : 0x0A
      if text.count < indent, ![0x0A, 0x0D, UInt8(ascii: "#")].contains(first) { return UInt32(lineStart) }
      next += 1
    }
    return UInt32(bytes.count)
  }
}
