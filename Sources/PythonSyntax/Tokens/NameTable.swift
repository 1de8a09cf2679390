/// The names of one or more sources, each kept once and known by a small number.
package struct NameTable: Sendable {
  private var pool: [UInt8] = []
  private var ends: [UInt32] = []
  private var slots: [UInt32]
  /// Chosen anew in each process, so that no input can be made to collide.
  private let seed = UInt64.random(in: .min ... .max)

  package init() {
    slots = [UInt32](repeating: .max, count: 256)
    for keyword in Keyword.allCases { _ = symbol(for: keyword.word) }
  }

  /// The number of a name, which is given one if it is new.
  package mutating func symbol(for name: String) -> UInt32 {
    let bytes = Array(name.utf8)
    return intern(bytes, from: 0, to: bytes.count)
  }

  /// The name that a number stands for.
  package func text(_ symbol: UInt32) -> String {
    guard Int(symbol) < ends.count else { return "" }
    return String(decoding: pool[start(Int(symbol))..<Int(ends[Int(symbol)])], as: UTF8.self)
  }

  private func start(_ index: Int) -> Int { index == 0 ? 0 : Int(ends[index - 1]) }

  /// Whether a name has been given a number.
  package func find(_ name: String) -> UInt32? {
    let bytes = Array(name.utf8)
    let slot = slot(of: bytes, 0, bytes.count)
    return slots[slot] == .max ? nil : slots[slot]
  }

  /// Where a name is, or would be, among the slots.
  private func slot(of bytes: [UInt8], _ from: Int, _ to: Int) -> Int {
    var hash = seed
    for index in from..<to { hash = (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3 }
    hash ^= hash >> 29
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != .max, !matches(Int(slots[slot]), bytes, from: from, to: to) { slot = (slot + 1) & mask }
    return slot
  }

  mutating func intern(_ bytes: [UInt8], from: Int, to: Int) -> UInt32 {
    let slot = slot(of: bytes, from, to)
    if slots[slot] != .max { return slots[slot] }
    let symbol = UInt32(ends.count)
    pool.append(contentsOf: bytes[from..<to])
    ends.append(UInt32(pool.count))
    slots[slot] = symbol
    if ends.count * 2 > slots.count { grow() }
    return symbol
  }

  private func matches(_ symbol: Int, _ bytes: [UInt8], from: Int, to: Int) -> Bool {
    let start = start(symbol)
    guard Int(ends[symbol]) - start == to - from else { return false }
    for offset in 0..<(to - from) where pool[start + offset] != bytes[from + offset] { return false }
    return true
  }

  private mutating func grow() {
    slots = [UInt32](repeating: .max, count: slots.count * 2)
    for symbol in ends.indices {
      slots[slot(of: pool, start(symbol), Int(ends[symbol]))] = UInt32(symbol)
    }
  }
}
