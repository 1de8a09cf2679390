import PythonSyntax

/// The order of a set's members, which Python leaves to chance: where it matters, each member may stand at any place.
package extension Evaluator {
  func isSet(_ value: PythonValue) -> Bool {
    value.alternatives.contains {
      if case .dictionary(let content)? = object($0)?.kind { content.isSet } else { false }
    }
  }

  func shuffled(_ content: ListContent) -> ListContent {
    guard content.isExact, let any = content.anyMember else { return content.blurred }
    return ListContent(Array(repeating: any, count: content.items.count))
  }

  /// The members of a value for code in which their order matters.
  mutating func arranged(_ content: ListContent, of value: PythonValue) -> ListContent {
    isSet(value) && content.items.count > 1 ? shuffled(content) : content
  }

  /// A set as a list for code in which its order matters; anything else is itself.
  mutating func arranged(_ value: PythonValue, at id: UInt32) -> PythonValue {
    guard isSet(value), let content = content(of: value, at: id) else { return value }
    return makeList(arranged(content, of: value), at: id)
  }

  /// The names that a loop binds, where it does the same in whatever order the members come; nil where the order may matter
  /// for more than which of them it binds last.
  func namesBound(byLoop id: UInt32, target: UInt32) -> Set<UInt32>? {
    guard var names = names(ofTarget: target) else { return nil }
    let matters = bodyContains(module: module, node: id) { tree, node in
      switch node.kind {
      case .break, .return, .raise, .yield, .yieldFrom, .augmentedAssign, .annotatedAssign, .walrus, .delete:
        return true
      case .assign:
        for target in tree.list(node.second) {
          guard let bound = self.names(ofTarget: target) else { return true }
          names.formUnion(bound)
        }
        return false
      case .call:
        guard let callee = tree.node(node.first), callee.kind == .attribute else { return false }
        return Self.ordering.contains(self.names.text(callee.second))
      default: return false
      }
    }
    return matters ? nil : names
  }

  private static let ordering: Set = [
    "append", "appendleft", "insert", "extend", "setdefault", "update", "put", "write",
  ]

  private func names(ofTarget id: UInt32) -> Set<UInt32>? {
    guard let node = tree.node(id) else { return nil }
    switch node.kind {
    case .name: return [node.first]
    case .tuple, .list:
      var names: Set<UInt32> = []
      for part in tree.list(node.second) {
        guard let inner = self.names(ofTarget: part) else { return nil }
        names.formUnion(inner)
      }
      return names
    default: return nil
    }
  }
}
