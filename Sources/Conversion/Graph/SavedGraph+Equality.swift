extension SavedGraph: Equatable {
  /// Whether two graphs are the same but for the numbers of their nodes: the same values, shared at the same places.
  package static func == (left: SavedGraph, right: SavedGraph) -> Bool {
    guard left.python == right.python else { return false }
    var partners: [ID: ID] = [:]
    var reverse: [ID: ID] = [:]
    var pending = [(left.root, right.root)]
    while let (one, other) = pending.popLast() {
      if left.hasIdentity(one) {
        if let known = partners[one] {
          guard known == other else { return false }
          continue
        }
        guard reverse[other] == nil else { return false }
        partners[one] = other
        reverse[other] = one
      }
      guard left.isAlike(one, to: other, in: right) else { return false }
      let (mine, others) = (left.children(of: one), right.children(of: other))
      guard mine.count == others.count else { return false }
      pending += zip(mine, others)
    }
    return true
  }

  /// Whether two nodes are alike, their children apart.
  private func isAlike(_ id: ID, to otherID: ID, in other: SavedGraph) -> Bool {
    switch (nodes[id], other.nodes[otherID]) {
    case (.none, .none): true
    case (.truth(let one), .truth(let two)): one == two
    case (.integer(let one, let isLong), .integer(let two, let isOtherLong)): one == two && isLong == isOtherLong
    case (.bigInteger(let one), .bigInteger(let two)): one == two
    case (.float(let one), .float(let two)): one.bitPattern == two.bitPattern
    case (.bytes(let one), .bytes(let two)), (.text(let one), .text(let two)): one == two
    case (.tuple, .tuple), (.list, .list), (.dictionary, .dictionary), (.set, .set), (.frozenSet, .frozenSet): true
    case (.name(let one), .name(let two)): "\(one)" == "\(two)"
    case (.module(let one), .module(let two)): one == two
    case (.method(let one), .method(let two)): one.name == two.name
    case (.instance(let one), .instance(let two)): one.isNewStyle == two.isNewStyle && one.hasShape(of: two)
    case (.call(let one), .call(let two)): one.hasShape(of: two)
    case (.lost(let one), .lost(let two)): one == two
    default: false
    }
  }
}

extension SavedObject {
  fileprivate func hasShape(of other: SavedObject) -> Bool {
    (arguments == nil) == (other.arguments == nil) && (state == nil) == (other.state == nil)
      && elements.count == other.elements.count && pairs.count == other.pairs.count
  }
}
