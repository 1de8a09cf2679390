import PythonSyntax

extension TacEvaluator {
  static let iterationLimit = 512

  mutating func runFor(_ node: Node) -> TacFlow {
    let members = Array(tree.list(node.second))
    let (target, block, otherwise) = (members[0], members[2], members[3])
    let iterable = evaluate(members[1])
    var flow = TacFlow.onward
    if let (values, isPartial) = elements(of: iterable), values.count <= Self.iterationLimit {
      flow = iterate(values, isPartial: isPartial, target, block)
    } else {
      flow = runOnce(target: target, element: .unknown(origin(of: iterable)), block: block)
    }
    if flow == .onward, otherwise != Node.none { flow = run(otherwise) }
    return flow == .broken || flow == .continued ? .onward : flow
  }

  private mutating func iterate(
    _ values: [TacValue], isPartial: Bool, _ target: UInt32, _ block: UInt32
  ) -> TacFlow {
    let doubts = frames[frames.count - 1].doubts
    if isPartial { doubt += 1 }
    defer {
      if isPartial { doubt -= 1 }
      settle(doubts)
    }
    for value in values {
      if isExhausted() { return .raised }
      assign(value, to: target)
      switch run(block) {
      case .broken: return .broken
      case .returned: return .returned
      case .raised: return .raised
      case .onward, .continued: break
      }
    }
    return .onward
  }

  /// Certainty lost inside a loop to `break` or `continue` comes back after it.
  private mutating func settle(_ doubts: Int) {
    let excess = frames[frames.count - 1].doubts - doubts
    frames[frames.count - 1].doubts = doubts
    doubt -= excess
  }

  /// A loop whose rounds cannot be counted: its body once, with everything that it changes unknown.
  private mutating func runOnce(target: UInt32?, element: TacValue, block: UInt32) -> TacFlow {
    // Trying a loop out inside the trial of another would multiply; the outer trial finds its changes anyway.
    if rehearsing == 0 {
      forget("a value that a loop changes") { evaluator in
        if let target { evaluator.assign(element, to: target) }
        let returned = evaluator.frames[evaluator.frames.count - 1].returned
        let doubts = evaluator.frames[evaluator.frames.count - 1].doubts
        _ = evaluator.run(block)
        evaluator.settle(doubts)
        evaluator.frames[evaluator.frames.count - 1].returned = returned
      }
    }
    let doubts = frames[frames.count - 1].doubts
    let flow = follow([
      { evaluator in
        if let target { evaluator.assign(element, to: target) }
        // However a round ends, the loop may also have had none.
        _ = evaluator.run(block)
        return .onward
      }, { _ in .onward },
    ])
    settle(doubts)
    return flow
  }

  mutating func runWhile(_ node: Node) -> TacFlow {
    let members = Array(tree.list(node.second))
    let (test, block, otherwise) = (members[0], members[1], members[2])
    let doubts = frames[frames.count - 1].doubts
    defer { settle(doubts) }
    var rounds = 0
    while let truth = evaluateTruth(test) {
      if !truth { return otherwise == Node.none ? .onward : run(otherwise) }
      if isExhausted() { return .raised }
      rounds += 1
      // A loop that does not end soon is one that waits for something.
      if rounds > 64 { break }
      let flow = run(block)
      if flow == .broken { return .onward }
      if flow == .returned || flow == .raised { return flow }
    }
    return runOnce(target: nil, element: .none, block: block)
  }

  /// The members of a value that can be looped over, and whether there may be more; `nil` when they are not known.
  mutating func elements(of value: TacValue) -> (values: [TacValue], isPartial: Bool)? {
    switch value {
    case .tuple(let values): return (values, false)
    case .text(let text) where !TacText.hasHole(text) && text.count <= Self.iterationLimit:
      return (text.map { .text(String($0)) }, false)
    case .object(let id):
      switch objects[id].kind {
      case .list(let values): return (values, objects[id].isPartial)
      case .dictionary(let entries): return (entries.map(\.key), objects[id].isPartial)
      case .instance:
        if let inner = mapping(value) { return elements(of: .object(inner)) }
        return members(ofRecord: id).map { ($0, false) }
      default: return nil
      }
    default: return nil
    }
  }
}
