import PythonSyntax

/// The order of a set's members, which Python leaves to chance: where it matters, each member may stand at any place.
package extension Evaluator {
  func isSet(_ value: PythonValue) -> Bool {
    value.alternatives.contains {
      if case .dictionary(let content)? = object($0)?.kind { content.isSet } else { false }
    }
  }

  /// A set as a list for code in which its order matters; anything else is itself.
  mutating func arranged(_ value: PythonValue, at id: UInt32) -> PythonValue {
    guard isSet(value), let content = content(of: value, at: id) else { return value }
    return makeList(content, at: id)
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
        guard let callee = tree.node(node.first) else { return false }
        return self.keepsOrder(callee) || callee.kind == .name && self.keepsWhatItIsGiven(callee.first)
      default: return false
      }
    }
    return matters || isReadBeforeItIsBound(oneOf: names, inLoop: id, target: target) ? nil : names
  }

  /// Whether a round uses what an earlier one has bound: `total = total + port`.
  private func isReadBeforeItIsBound(oneOf names: Set<UInt32>, inLoop id: UInt32, target: UInt32) -> Bool {
    guard let loop = tree.node(id), let ofLoop = self.names(ofTarget: target) else { return false }
    var bindings: [UInt32: (place: Int, offset: UInt32)] = [:]
    var reads: [(name: UInt32, place: Int, offset: UInt32)] = []
    var place = Int(id) - 1
    while place >= 0, tree.nodes[place].offset >= loop.offset {
      let node = tree.nodes[place]
      switch node.kind {
      case .name where names.contains(node.first) && !ofLoop.contains(node.first):
        reads.append((node.first, place, node.offset))
      case .assign:
        for name in tree.list(node.second).compactMap({ self.names(ofTarget: $0) }).joined()
        where node.offset <= bindings[name]?.offset ?? .max {
          bindings[name] = (place, node.offset)
        }
      default: break
      }
      place -= 1
    }
    return reads.contains { read in
      bindings[read.name].map { read.place < $0.place && read.offset != $0.offset } ?? false
    }
  }

  /// Whether a function of the program, known by name, stores something beyond its own variables.
  private func keepsWhatItIsGiven(_ symbol: UInt32) -> Bool {
    let values = [scopes[home(of: symbol)].variables[symbol], scopes[modules[module].scope].variables[symbol]]
    return values.compactMap(\.self).flatMap(\.alternatives).contains { value in
      guard case .function(let function)? = object(value)?.kind else { return false }
      return bodyContains(module: function.module, node: function.node) { tree, node in
        switch node.kind {
        case .global, .nonlocal: true
        case .assign, .augmentedAssign:
          (node.kind == .assign ? Array(tree.list(node.second)) : [node.first]).contains { target in
            tree.node(target).map { $0.kind == .attribute || $0.kind == .subscript } ?? false
          }
        case .call: tree.node(node.first).map(self.keepsOrder) ?? false
        default: false
        }
      }
    }
  }

  /// Whether what is called is a method by which a thing keeps values one after the other.
  private func keepsOrder(_ callee: Node) -> Bool {
    callee.kind == .attribute && Self.ordering.contains(names.text(callee.second))
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
