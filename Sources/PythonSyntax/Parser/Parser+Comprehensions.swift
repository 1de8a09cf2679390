extension Parser {
  /// What a comprehension consists of, as far as it decides what may stand in it.
  private struct Parts {
    /// The offset of its element.
    var start: Int
    var kind: Node.Comprehension
    var isAsync = false
    /// The names that it binds.
    var targets: [UInt32] = []
    /// The offsets of what it goes through. The first belongs to the scope around it.
    var iterables: [Range<Int>] = []
    /// The number of nodes before those after the first of these.
    var rest = 0
  }

  private func addNames(of target: UInt32, to names: inout [UInt32]) {
    let node = nodes[Int(target)]
    switch node.kind {
    case .name: names.append(node.first)
    case .tuple, .list: for member in list(node.second) { addNames(of: member, to: &names) }
    case .starred: addNames(of: node.first, to: &names)
    default: break
    }
  }

  /// A comprehension is a function of its own: it has no `yield`, and `:=` in it binds outside.
  private mutating func check(_ parts: Parts) {
    let outside = parts.iterables[0]
    let kind: String =
      switch parts.kind {
      case .list: "list comprehension"
      case .set: "set comprehension"
      case .dictionary: "dict comprehension"
      case .generator: "generator expression"
      }
    if let offset = yields.first(where: { $0 >= parts.start && !outside.contains($0) }) {
      reject("'yield' inside \(kind)", at: offset, phase: .names)
    }
    for (symbol, offset) in walruses where offset >= parts.start {
      if parts.iterables.contains(where: { $0.contains(offset) }) {
        reject("assignment expression cannot be used in a comprehension iterable expression", at: offset, phase: .names)
      } else if parts.targets.contains(symbol) {
        reject(
          "assignment expression cannot rebind comprehension iteration variable '\(names.text(symbol))'", at: offset,
          phase: .names)
      } else if context.isClass {
        reject(
          "assignment expression within a comprehension cannot be used in a class body", at: offset, phase: .names)
      }
    }
    guard !context.isAsync else { return }
    let inside = faults.awaits.contains { $0.offset >= parts.start && !outside.contains($0.offset) }
    guard inside || parts.isAsync else { return }
    faults.awaits.removeAll { $0.offset >= parts.start && !outside.contains($0.offset) }
    if parts.kind != .generator {
      faults.awaits.append((parts.start, "asynchronous comprehension outside of an asynchronous function"))
    }
  }

  var startsComprehension: Bool {
    token.isKeyword(.for) || (token.isKeyword(.async) && Tokenizer.startsName(byteAfterToken()))
  }

  mutating func parseComprehension(
    _ element: UInt32, _ kind: Node.Comprehension, value: UInt32 = Node.none, since first: Int, at start: Int
  ) throws(Mismatch) -> UInt32 {
    let mark = scratch.count
    var parts = Parts(start: Int(nodes[Int(element)].offset), kind: kind)
    scratch.append(value)
    if nodes[Int(element)].kind == .starred {
      reject("iterable unpacking cannot be used in comprehension", at: Int(nodes[Int(element)].offset))
    } else if nodes[Int(element)].kind == .doubleStarred {
      reject(at: Int(nodes[Int(element)].offset))
    }
    while startsComprehension {
      if accept(.async) {
        witness(3, "async", at: start)
        parts.isAsync = true
      }
      try expect(.for)
      let target = try parseTargets()
      check(target, as: .target)
      addNames(of: target, to: &parts.targets)
      scratch.append(target)
      try expect(.in)
      inComprehension = true
      let (iterableStart, iterableFirst) = (token.start, nodes.count)
      var iterable = try parseBinary(0)
      if kind == .list, token.kind == .comma {
        // Python 2 alone allows `[x for x in 1, 2]`.
        reject(at: token.start, by: .python3)
        let inner = scratch.count
        scratch.append(iterable)
        while accept(.comma), startsExpression { scratch.append(try parseBinary(0)) }
        iterable = add(.tuple, at: start, finishList(from: inner))
      }
      parts.iterables.append(iterableStart..<token.start)
      if parts.iterables.count == 1 {
        shielded.append(first..<iterableFirst)
        parts.rest = nodes.count
      }
      scratch.append(iterable)
      let conditions = scratch.count
      while accept(.if) { scratch.append(try parseCondition()) }
      inComprehension = false
      let list = finishList(from: conditions)
      scratch.append(list)
    }
    shielded.append(parts.rest..<nodes.count)
    check(parts)
    return add(.comprehension, at: start, of: element, finishList(from: mark), detail: kind.rawValue)
  }

  /// The condition of a comprehension: an operation, or a lambda, which Python 2 alone takes there unbracketed.
  private mutating func parseCondition() throws(Mismatch) -> UInt32 {
    guard token.isKeyword(.lambda) else { return try parseBinary(0) }
    reject(at: token.start, by: .python3)
    return try parseTest()
  }
}
