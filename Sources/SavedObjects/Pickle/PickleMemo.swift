/// The memo of a pickle: which number stands for which object.
///
/// Picklers count up from 0 or 1, so an array holds the memo; a file that jumps gets a small dictionary, lest a single
/// number such as 4294967295 claim gigabytes.
struct PickleMemo: Sendable {
  /// How many entries may lie outside the run of numbers that a real pickler writes.
  static let sparseLimit = 65_536

  private var dense: [ObjectGraph.Node] = []
  private var sparse: [UInt32: ObjectGraph.Node] = [:]
  private var puts = 0
  private static let vacant = ObjectGraph.Node.max

  /// How many entries a MEMOIZE has to count.
  var count: Int { puts }

  /// Remembers a node; false when the memo is full.
  mutating func put(_ node: ObjectGraph.Node, at number: UInt32) -> Bool {
    puts += 1
    let index = Int(number)
    if index < dense.count {
      dense[index] = node
      return true
    }
    if index <= dense.count + 256 {
      while dense.count < index { dense.append(Self.vacant) }
      dense.append(node)
      return true
    }
    sparse[number] = node
    return sparse.count <= Self.sparseLimit
  }

  func get(_ number: UInt32) -> ObjectGraph.Node? {
    let index = Int(number)
    if index < dense.count, dense[index] != Self.vacant { return dense[index] }
    return sparse.isEmpty ? nil : sparse[number]
  }
}
