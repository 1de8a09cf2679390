/// Code lengths of least total cost for given frequencies, none longer than a limit (Huffman 1952).
///
/// Many codes cost the same. The rules that decide between them (a binary heap, ties won by the shallower subtree, then how
/// over-long words are shortened) are those of GNU gzip, so that the same bytes come out.
struct HuffmanBuilder {
  private let symbolCount: Int
  private let lengthLimit: Int
  /// By node: the symbols first, then the inner nodes in order of birth.
  private var weight: [Int]
  private var height: [UInt8]
  private var parent: [Int]
  private var length: [UInt8]
  /// A binary min-heap of nodes, its root at 1.
  private var heap: [Int] = [0]
  /// All nodes in the order in which the heap gave them away; weights never decrease along it.
  private var byWeight: [Int] = []

  /// The code lengths, one a symbol. At least two symbols get a word, since a decoder may want a complete code.
  static func lengths(for frequencies: [Int], limit: Int) -> [UInt8] {
    var builder = HuffmanBuilder(frequencies, limit: limit)
    builder.grow()
    builder.measure()
    return Array(builder.length.prefix(frequencies.count))
  }

  private init(_ frequencies: [Int], limit: Int) {
    symbolCount = frequencies.count
    lengthLimit = limit
    weight = frequencies
    for symbol in frequencies.indices where frequencies[symbol] > 0 { heap.append(symbol) }
    while heap.count < 3 {
      let highest = heap.count > 1 ? heap[heap.count - 1] : -1
      let spare = highest < 2 ? highest + 1 : 0
      weight[spare] = 1
      heap.append(spare)
    }
    height = Array(repeating: 0, count: symbolCount)
    parent = Array(repeating: 0, count: 2 * symbolCount)
    length = Array(repeating: 0, count: 2 * symbolCount)
    weight.reserveCapacity(2 * symbolCount)
    height.reserveCapacity(2 * symbolCount)
  }

  /// Joins the two lightest nodes until one is left.
  private mutating func grow() {
    for position in stride(from: (heap.count - 1) / 2, through: 1, by: -1) { siftDown(from: position) }
    while heap.count > 2 {
      let lightest = heap[1]
      heap[1] = heap.removeLast()
      siftDown(from: 1)
      let second = heap[1]
      byWeight.append(lightest)
      byWeight.append(second)
      let joined = weight.count
      weight.append(weight[lightest] + weight[second])
      height.append(max(height[lightest], height[second]) + 1)
      parent[lightest] = joined
      parent[second] = joined
      heap[1] = joined
      siftDown(from: 1)
    }
    byWeight.append(heap[1])
  }

  private mutating func siftDown(from start: Int) {
    let node = heap[start]
    var position = start
    var child = 2 * position
    while child < heap.count {
      if child + 1 < heap.count, precedes(heap[child + 1], heap[child]) { child += 1 }
      if precedes(node, heap[child]) { break }
      heap[position] = heap[child]
      position = child
      child *= 2
    }
    heap[position] = node
  }

  private func precedes(_ one: Int, _ other: Int) -> Bool {
    weight[one] < weight[other] || (weight[one] == weight[other] && height[one] <= height[other])
  }

  /// Reads the lengths off the tree, from the root down, and brings those beyond the limit back under it.
  private mutating func measure() {
    var population = Array(repeating: 0, count: lengthLimit + 1)
    var excess = 0
    for node in byWeight.dropLast().reversed() {
      var bits = Int(length[parent[node]]) + 1
      if bits > lengthLimit {
        bits = lengthLimit
        excess += 1
      }
      length[node] = UInt8(bits)
      if node < symbolCount { population[bits] += 1 }
    }
    guard excess > 0 else { return }
    shorten(population, excess: excess)
  }

  /// Moves a leaf one level down and an over-long one beside it, till none is too deep; then deals the lengths out anew, the
  /// longest to the rarest symbols.
  private mutating func shorten(_ overfull: [Int], excess: Int) {
    var population = overfull
    var remaining = excess
    while remaining > 0 {
      guard let level = (1..<lengthLimit).last(where: { population[$0] > 0 }) else { return }
      population[level] -= 1
      population[level + 1] += 2
      population[lengthLimit] -= 1
      remaining -= 2
    }
    var leaves = byWeight.lazy.filter { [symbolCount] in $0 < symbolCount }.makeIterator()
    for bits in (1...lengthLimit).reversed() {
      for _ in 0..<population[bits] {
        guard let leaf = leaves.next() else { return }
        length[leaf] = UInt8(bits)
      }
    }
  }
}
