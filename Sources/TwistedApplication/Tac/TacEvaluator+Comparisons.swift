import PythonSyntax

extension TacEvaluator {
  /// The outcome of a comparison; `nil` when it is not known.
  func compare(_ symbol: Node.Operator, _ left: TacValue, _ right: TacValue) -> Bool? {
    switch symbol {
    case .equal, .is: return isEqual(left, right)
    case .notEqual, .isNot: return isEqual(left, right).map { !$0 }
    case .in: return contains(right, left)
    case .notIn: return contains(right, left).map { !$0 }
    default: break
    }
    switch (left, right) {
    case (.integer(let a), .integer(let b)): return ordered(symbol, a, b)
    case (.float(let a), .float(let b)): return ordered(symbol, a, b)
    case (.integer(let a), .float(let b)): return ordered(symbol, Double(a), b)
    case (.float(let a), .integer(let b)): return ordered(symbol, a, Double(b))
    default: return nil
    }
  }

  private func ordered<Value: Comparable>(_ symbol: Node.Operator, _ a: Value, _ b: Value) -> Bool? {
    switch symbol {
    case .less: a < b
    case .greater: a > b
    case .lessEqual: a <= b
    case .greaterEqual: a >= b
    default: nil
    }
  }

  private func isEqual(_ left: TacValue, _ right: TacValue) -> Bool? {
    switch (left, right) {
    case (.name("__name__"), .text(let name)), (.text(let name), .name("__name__")): return isModuleName(name)
    case (.name("sys.platform"), .text(let name)), (.text(let name), .name("sys.platform")):
      // Packages are for Linux, whose name Python 2 spells `linux2`.
      return name.hasPrefix("linux") ? nil : false
    case (.text(let a), .text(let b)): return TacText.hasHole(a) || TacText.hasHole(b) ? nil : a == b
    case (.object(let a), .object(let b)): return a == b ? true : nil
    case (.object(let id), .none), (.none, .object(let id)):
      if case .instance = objects[id].kind { return false }
      return false
    case (.tuple, .tuple): return left.isSame(as: right) ? true : nil
    case (.integer(let a), .float(let b)), (.float(let b), .integer(let a)): return Double(a) == b
    case (.name(let a), .name(let b)): return a == b ? true : nil
    default: return left.isScalar && right.isScalar ? left.isSame(as: right) : nil
    }
  }

  /// twistd runs the file with no `__name__` of its own, so that it is that of the built-ins.
  private func isModuleName(_ name: String) -> Bool? {
    name == "__builtin__" || name == "builtins"
  }

  private func contains(_ container: TacValue, _ member: TacValue) -> Bool? {
    let members: [TacValue]
    var isPartial = false
    switch container {
    case .tuple(let values): members = values
    case .text(let text):
      guard case .text(let part) = member, !TacText.hasHole(text), !TacText.hasHole(part) else { return nil }
      return part.isEmpty || text.contains(part)
    case .object(let id):
      isPartial = objects[id].isPartial
      switch objects[id].kind {
      case .list(let values): members = values
      case .dictionary(let entries): members = entries.map(\.key)
      case .instance:
        guard let inner = mapping(container) else { return nil }
        return contains(.object(inner), member)
      default: return nil
      }
    default: return nil
    }
    let outcomes = members.map { isEqual($0, member) }
    if outcomes.contains(true) { return true }
    return isPartial || outcomes.contains(nil) ? nil : false
  }
}
