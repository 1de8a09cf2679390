/// The nodes of names already met, so that a class written out many times is one node.
///
/// A hash table of its own, over the bytes of the input: no text is made for a name that is known.
struct PickleNames: Sendable {
  private var slots = [ObjectGraph.Node](repeating: PickleNames.vacant, count: 64)
  private var count = 0
  private static let vacant = ObjectGraph.Node.max
  /// Names that a file makes collide stay apart; each is a node of its own then.
  private static let probeLimit = 8

  /// The node of the name at `range`, added to `graph` when it is new.
  mutating func node(of range: Range<Int>, in graph: inout ObjectGraph) -> ObjectGraph.Node {
    var slot = Self.hash(graph.bytes, range)
    for _ in 0..<Self.probeLimit {
      let known = slots[slot & (slots.count - 1)]
      if known == Self.vacant {
        let node = graph.add(.global, range: range)
        slots[slot & (slots.count - 1)] = node
        count += 1
        if count * 2 > slots.count { grow(graph) }
        return node
      }
      let place = graph.range(known)
      if place.count == range.count, graph.bytes[place].elementsEqual(graph.bytes[range]) { return known }
      slot += 1
    }
    return graph.add(.global, range: range)
  }

  private mutating func grow(_ graph: borrowing ObjectGraph) {
    let old = slots
    slots = [ObjectGraph.Node](repeating: Self.vacant, count: old.count * 2)
    for node in old where node != Self.vacant {
      var slot = Self.hash(graph.bytes, graph.range(node))
      for _ in 0..<Self.probeLimit {
        if slots[slot & (slots.count - 1)] == Self.vacant {
          slots[slot & (slots.count - 1)] = node
          break
        }
        slot += 1
      }
    }
  }

  /// FNV-1a, folded so that the low bits depend on all of it.
  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes[range] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) & 0x7FFF_FFFF)
  }
}
