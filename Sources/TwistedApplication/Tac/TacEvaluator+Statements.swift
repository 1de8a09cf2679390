import PythonSyntax

extension TacEvaluator {
  mutating func run(_ block: UInt32) -> TacFlow {
    for statement in tree.list(block) {
      if isExhausted() { return .raised }
      let flow = runStatement(statement)
      if flow != .onward { return flow }
    }
    return .onward
  }

  mutating func runStatement(_ id: UInt32) -> TacFlow {
    guard let node = tree.node(id) else { return .onward }
    switch node.kind {
    case .assign: runAssignment(node)
    case .augmentedAssign:
      let before = evaluate(node.first)
      assign(operate(node.operator, before, evaluate(node.second), at: id), to: node.first)
    case .annotatedAssign:
      let value = tree.member(node.second, 1)
      if value != Node.none { assign(evaluate(value), to: node.first) }
    case .delete: runDelete(node)
    case .pass, .nonlocal, .typeAlias: break
    case .break: return .broken
    case .continue: return .continued
    case .return:
      let value = node.first == Node.none ? .none : evaluate(node.first)
      frames[frames.count - 1].returned.append(value)
      return .returned
    case .raise:
      for operand in tree.list(node.second) { _ = evaluate(operand) }
      return .raised
    case .global: for symbol in tree.list(node.second) { scopes[scope].globals.insert(symbol) }
    case .import: runImport(node, at: id)
    case .importFrom: runImportFrom(node, at: id)
    case .assert: _ = evaluate(node.first)
    case .exec: runExec(node, at: id)
    case .print: for operand in tree.list(node.second) { _ = evaluate(operand) }
    case .if: return runIf(node)
    case .while: return runWhile(node)
    case .for: return runFor(node)
    case .try: return runTry(node)
    case .with: return runWith(node)
    case .function: defineFunction(node, at: id)
    case .classDefinition: defineClass(node, at: id)
    case .match: return runMatch(node)
    default:
      if isExit(node) { return .raised }
      _ = evaluate(id)
    }
    return .onward
  }

  private mutating func runAssignment(_ node: Node) {
    let value = evaluate(node.first)
    for target in tree.list(node.second) { assign(value, to: target) }
  }

  private mutating func runDelete(_ node: Node) {
    for target in tree.list(node.second) {
      if let name = tree.node(target), name.kind == .name { setVariable(name.first, in: scope, to: nil) }
    }
  }

  /// `sys.exit()` and its like end the process.
  private mutating func isExit(_ node: Node) -> Bool {
    guard node.kind == .call, let callee = tree.node(node.first) else { return false }
    // Only plain names are looked at: evaluating more would do twice what the call does.
    let isPlain = callee.kind == .attribute && tree.node(callee.first)?.kind == .name
    guard callee.kind == .name || isPlain else { return false }
    guard case .name(let name) = evaluate(node.first) else { return false }
    return ["sys.exit", "os._exit", "os.abort", "exit", "quit", "builtins.exit", "builtins.quit"].contains(name)
  }

  // MARK: Branches

  private mutating func runIf(_ node: Node) -> TacFlow {
    let members = Array(tree.list(node.second))
    var ways: [(inout TacEvaluator) -> TacFlow] = []
    var index = 0
    var isClosed = false
    while index + 1 < members.count {
      let (test, block) = (members[index], members[index + 1])
      index += 2
      let truth = test == Node.none ? true : evaluateTruth(test)
      if truth == false {
        markDead(block)
        continue
      }
      ways.append { $0.run(block) }
      if truth == true {
        isClosed = true
        break
      }
    }
    while index + 1 < members.count {
      markDead(members[index + 1])
      index += 2
    }
    if isClosed, ways.count == 1 { return ways[0](&self) }
    if ways.isEmpty { return .onward }
    if !isClosed { ways.append { _ in .onward } }
    return follow(ways)
  }

  /// Notes that a block never runs, so that its imports are not taken for the application's.
  mutating func markDead(_ block: UInt32) {
    guard deadCode.count < 1000, let first = tree.list(block).first, let last = tree.list(block).last,
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

  private mutating func runTry(_ node: Node) -> TacFlow {
    let members = Array(tree.list(node.second))
    let (block, otherwise, final) = (members[0], members[1], members[2])
    let handlers = members.dropFirst(3)
    var flow: TacFlow
    if handlers.isEmpty {
      flow = run(block)
    } else if importsSurely(block) {
      flow = run(block)
      if flow == .onward, otherwise != Node.none { flow = run(otherwise) }
    } else {
      var ways: [(inout TacEvaluator) -> TacFlow] = [
        { evaluator in
          let flow = evaluator.run(block)
          return flow == .onward && otherwise != Node.none ? evaluator.run(otherwise) : flow
        }
      ]
      for handler in handlers {
        guard let handler = tree.node(handler) else { continue }
        ways.append { evaluator in
          let target = evaluator.tree.member(handler.second, 0)
          if target != Node.none { evaluator.assign(.unknown("an exception"), to: target) }
          return evaluator.run(evaluator.tree.member(handler.second, 1))
        }
      }
      flow = follow(ways)
    }
    if final != Node.none {
      let last = run(final)
      if flow == .onward { flow = last }
    }
    return flow
  }

  private mutating func runWith(_ node: Node) -> TacFlow {
    let members = Array(tree.list(node.second))
    for item in members.dropFirst() {
      guard let item = tree.node(item) else { continue }
      let value = evaluate(item.first)
      if item.second != Node.none { assign(value, to: item.second) }
    }
    return members.first.map { run($0) } ?? .onward
  }

  private mutating func runMatch(_ node: Node) -> TacFlow {
    _ = evaluate(node.first)
    var ways: [(inout TacEvaluator) -> TacFlow] = []
    for id in tree.list(node.second).prefix(64) {
      guard let branch = tree.node(id) else { continue }
      ways.append { evaluator in
        evaluator.bindPattern(branch.first)
        return evaluator.run(evaluator.tree.member(branch.second, 1))
      }
    }
    return ways.isEmpty ? .onward : follow(ways + [{ _ in .onward }])
  }

  /// What a pattern names could be anything.
  private mutating func bindPattern(_ id: UInt32) {
    guard let node = tree.node(id) else { return }
    switch node.kind {
    case .name: assign(.unknown("a match"), to: id)
    case .tuple, .list: for member in tree.list(node.second) { bindPattern(member) }
    default: break
    }
  }
}
