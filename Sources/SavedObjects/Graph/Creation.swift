/// How a pickle makes an instance before it gives it a state.
package enum Creation: UInt8, Sendable {
  /// The format does not say.
  case unknown
  /// OBJ or INST: an instance of a class of the old style, by its arguments.
  case classic
  /// NEWOBJ: `class.__new__(class, …)`.
  case new
  /// `copy_reg._reconstructor(class, base, value)`, and these are the arguments.
  case reconstructor
  /// `copy_reg.__newobj__(class, …)`, and these are the arguments.
  case newFunction
}

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
