package extension ObjectGraph {
  static let elementsFlag: UInt32 = 1 << 8
  static let pairsFlag: UInt32 = 1 << 9

  /// How an instance is made.
  func creation(_ object: Node) -> Creation {
    guard kind(object) == .instance else { return .unknown }
    return Creation(rawValue: UInt8(truncatingIfNeeded: second[Int(object)])) ?? .unknown
  }

  /// Whether an object was given items as a list and as a dictionary.
  func itemKinds(_ object: Node) -> (elements: Bool, pairs: Bool) {
    let flags = second[Int(object)]
    return (flags & Self.elementsFlag != 0, flags & Self.pairsFlag != 0)
  }
}
