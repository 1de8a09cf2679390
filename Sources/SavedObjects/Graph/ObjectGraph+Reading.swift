package extension ObjectGraph {
  /// The parts of an instance or of a symbolic call.
  struct Object {
    /// The class, or what is called.
    package var target: Node
    package var arguments: Node
    package var state: Node
  }

  func kind(_ node: Node) -> NodeKind { kinds[Int(node)] }

  /// Follows references. A chain of them that does not end (a reference to itself) is a dangling one.
  func resolved(_ node: Node) -> Node {
    var current = node
    for _ in 0..<16 {
      guard kinds[Int(current)] == .reference else { return current }
      current = first[Int(current)]
    }
    return Self.unknown
  }

  func object(_ node: Node) -> Object? {
    guard kinds[Int(node)] == .instance || kinds[Int(node)] == .call else { return nil }
    let record = Int(first[Int(node)])
    return Object(target: pool[record], arguments: pool[record + 1], state: pool[record + 2])
  }

  func method(_ node: Node) -> (name: Node, target: Node, instance: Node)? {
    guard kinds[Int(node)] == .method else { return nil }
    let record = Int(first[Int(node)])
    return (pool[record], pool[record + 1], pool[record + 2])
  }

  func integer(_ node: Node) -> Int? {
    guard kinds[Int(node)] == .int || kinds[Int(node)] == .long else { return nil }
    return Int(Int64(bitPattern: word(node)))
  }

  func double(_ node: Node) -> Double? {
    if let integer = integer(node) { return Double(integer) }
    guard kinds[Int(node)] == .float else { return nil }
    return Double(bitPattern: word(node))
  }

  /// The part of the input that a text or a name refers to.
  func range(_ node: Node) -> Range<Int> {
    let start = Int(first[Int(node)])
    return start..<(start + Int(second[Int(node)]))
  }

  /// Calls `body` for each element until it returns false. For instances these are the items of a `list`, `dict` or
  /// `set` subclass; everything else has none.
  func forEachElement(of node: Node, _ body: (Int, Node) -> Bool) {
    var segment: UInt32
    switch kinds[Int(node)] {
    case .tuple:
      let start = Int(first[Int(node)])
      for index in 0..<Int(second[Int(node)]) {
        guard body(index, pool[start + index]) else { return }
      }
      return
    case .list, .set, .frozenSet, .dictionary: segment = first[Int(node)]
    case .instance, .call: segment = pool[Int(first[Int(node)]) + 3]
    default: return
    }
    var index = 0
    while segment != 0 {
      let start = Int(segment) + 2
      for place in start..<(start + Int(pool[Int(segment)])) {
        guard body(index, pool[place]) else { return }
        index += 1
      }
      segment = pool[Int(segment) + 1]
    }
  }

  /// The first elements of a sequence, at most `limit` of them, with references resolved.
  func elements(of node: Node, limit: Int) -> [Node] {
    var found: [Node] = []
    forEachElement(of: node) { _, element in
      guard found.count < limit else { return false }
      found.append(resolved(element))
      return true
    }
    return found
  }

  private func word(_ node: Node) -> UInt64 {
    UInt64(first[Int(node)]) | UInt64(second[Int(node)]) << 32
  }
}
