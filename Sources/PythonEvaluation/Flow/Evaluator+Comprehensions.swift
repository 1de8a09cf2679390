import PythonSyntax

package extension Evaluator {
  /// `[x for row in rows if row for x in row]` and its like.
  mutating func comprehension(_ node: Node, at id: UInt32) -> PythonValue {
    let members = Array(tree.list(node.second))
    guard members.count > 3 else { return .unknown("a comprehension") }
    let first = evaluate(members[2])
    guard isAlive, let home = makeScope(Scope(parent: scope, isComprehension: true)) else {
      return .unknown("a comprehension")
    }
    let kind = Node.Comprehension(rawValue: node.detail) ?? .list
    if kind == .generator {
      return make(
        .generator(
          PythonGenerator(
            source: .expression(module: module, node: id, scope: home, first: arranged(first, at: members[2])))), at: id
      )
    }
    let result = make(
      kind == .list ? .list(ListContent()) : .dictionary(DictionaryContent(isSet: kind == .set)), at: id)
    guard case .object(let number) = result else { return result }
    let outer = scope
    scope = home
    gather(node.first, members, clause: 1, first: first) { evaluator, key, value in
      switch evaluator.objects[number].kind {
      case .list: evaluator.append(value, to: number)
      case .dictionary(var content):
        evaluator.charge(content.entries.count)
        if let key { content.store(value, key) } else { content.add(value) }
        evaluator.objects[number].kind = .dictionary(content)
      default: break
      }
    }
    scope = outer
    if isAlive, isSet(first) {
      switch objects[number].kind {
      case .list(let content): objects[number].kind = .list(content.items.count > 1 ? content.shuffled : content)
      case .dictionary(var content):
        content.isShuffled = true
        objects[number].kind = .dictionary(content)
      default: break
      }
    }
    return result
  }

  /// Follows the `for` whose target stands at a place among the members, and those inside it.
  ///
  /// - Parameter emit: is given the key of a dictionary's entry, and each value.
  mutating func gather(
    _ element: UInt32, _ members: [UInt32], clause: Int, first: PythonValue? = nil,
    emit: @escaping (inout Evaluator, PythonValue?, PythonValue) -> Void
  ) {
    guard isAlive, !isExhausted() else { return }
    guard level < Self.levelLimit else {
      return perhaps { emit(&$0, nil, .unknown("an expression nested too deeply")) }
    }
    level += 1
    defer { level -= 1 }
    guard clause + 2 < members.count else {
      let value = evaluate(element)
      if members[0] == Node.none {
        if isAlive { emit(&self, nil, value) }
      } else {
        let entry = evaluate(members[0])
        if isAlive { emit(&self, value, entry) }
      }
      return
    }
    let iterable = first ?? evaluate(members[clause + 1])
    let conditions = Array(tree.list(members[clause + 2]))
    iterate(iterable, at: members[clause + 1]) { evaluator, value in
      evaluator.assign(value, to: members[clause])
      evaluator.filter(conditions[...]) { evaluator in
        evaluator.gather(element, members, clause: clause + 3, emit: emit)
      }
    }
  }

  private mutating func filter(_ conditions: ArraySlice<UInt32>, _ body: (inout Evaluator) -> Void) {
    guard isAlive else { return }
    guard let first = conditions.first else { return body(&self) }
    guard level < Self.levelLimit else { return perhaps(body) }
    level += 1
    defer { level -= 1 }
    switch evaluateTruth(first) {
    case true?: filter(conditions.dropFirst(), body)
    case false?: return
    case nil: perhaps { $0.filter(conditions.dropFirst(), body) }
    }
  }
}
