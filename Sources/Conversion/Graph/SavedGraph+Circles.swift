extension SavedGraph {
  /// A node that would have to be there before it is made: a circle through tuples and arguments alone. Python makes
  /// these whole; only lists, dictionaries and the states of instances can be filled later.
  func unmakeable() -> ID? {
    enum Mark { case unseen, open, done }
    var marks = [Mark](repeating: .unseen, count: nodes.count)
    for start in nodes.indices where marks[start] == .unseen {
      var path: [(id: ID, next: Int, parts: [ID])] = [(start, 0, parts(start))]
      marks[start] = .open
      while let top = path.last {
        guard top.next < top.parts.count else {
          marks[top.id] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let child = top.parts[top.next]
        switch marks[child] {
        case .open: return child
        case .done: continue
        case .unseen:
          marks[child] = .open
          path.append((child, 0, parts(child)))
        }
      }
    }
    return nil
  }

  /// What has to be there before the node can be made.
  private func parts(_ id: ID) -> [ID] {
    switch nodes[id] {
    case .tuple(let ids), .set(let ids), .frozenSet(let ids): ids
    case .method(let method): [method.target, method.instance]
    case .instance(let object), .call(let object): [object.target] + [object.arguments].compactMap { $0 }
    default: []
    }
  }
}
