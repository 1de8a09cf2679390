import PythonSyntax

extension TacEvaluator {
  /// What a comprehension has gathered.
  private struct Gathering {
    var keys: [TacValue] = []
    var values: [TacValue] = []
    /// Whether there may be fewer or more than were gathered.
    var isUncertain = false
    /// Where an iterable comes from that is not known.
    var origin: String?
  }

  /// `[x for row in rows if row for x in row]` and its like; a generator is taken for the list that it yields.
  mutating func comprehension(_ node: Node, at id: UInt32) -> TacValue {
    let members = Array(tree.list(node.second))
    let outer = scope
    guard scopes.count < 200_000 else { return .unknown("a comprehension") }
    scopes.append(Scope(parent: scope))
    scope = scopes.count - 1
    defer { scope = outer }
    var gathering = Gathering()
    gather(node.first, members, clause: 1, into: &gathering)
    if let origin = gathering.origin { return .unknown(origin) }
    let value: TacValue
    if members.first ?? Node.none == Node.none {
      value = make(.list(gathering.values), at: id)
    } else {
      value = make(.dictionary(zip(gathering.keys, gathering.values).map { (key: $0, value: $1) }), at: id)
    }
    if gathering.isUncertain, case .object(let number) = value { objects[number].isPartial = true }
    return value
  }

  /// Follows the `for` whose target stands at a place among the members, and those inside it.
  private mutating func gather(
    _ element: UInt32, _ members: [UInt32], clause: Int, into gathering: inout Gathering
  ) {
    guard clause + 2 < members.count else {
      let value = evaluate(element)
      if members.first ?? Node.none == Node.none {
        gathering.values.append(value)
      } else {
        gathering.keys.append(value)
        gathering.values.append(evaluate(members[0]))
      }
      return
    }
    let iterable = evaluate(members[clause + 1])
    guard let (values, isPartial) = elements(of: iterable), values.count <= Self.iterationLimit else {
      gathering.origin = gathering.origin ?? origin(of: iterable)
      follow(element, members, clause, .unknown(origin(of: iterable)), isDoubtful: true, into: &gathering)
      return
    }
    gathering.isUncertain = gathering.isUncertain || isPartial
    for value in values {
      if gathering.values.count >= Self.displayLimit || isExhausted() {
        gathering.isUncertain = true
        return
      }
      follow(element, members, clause, value, isDoubtful: isPartial, into: &gathering)
    }
  }

  private mutating func follow(
    _ element: UInt32, _ members: [UInt32], _ clause: Int, _ value: TacValue, isDoubtful: Bool,
    into gathering: inout Gathering
  ) {
    assign(value, to: members[clause])
    let truths = tree.list(members[clause + 2]).map { evaluateTruth($0) }
    if truths.contains(false) { return }
    let isDoubtful = isDoubtful || truths.contains(nil)
    if isDoubtful {
      doubt += 1
      gathering.isUncertain = true
    }
    gather(element, members, clause: clause + 3, into: &gathering)
    if isDoubtful { doubt -= 1 }
  }
}
