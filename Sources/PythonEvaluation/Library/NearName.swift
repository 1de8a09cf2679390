/// The name that a misspelt one was meant to be.
package enum NearName {
  /// The nearest name, if it is one slip away, or two of a name of six letters or more: a letter left out, added,
  /// changed, or exchanged with its neighbour.
  package static func of(_ name: String, among names: [String]) -> String? {
    let limit = name.utf8.count >= 6 ? 2 : 1
    guard name.utf8.count >= 3, name.utf8.count <= 80 else { return nil }
    let typed = Array(name.utf8)
    var best: (name: String, slips: Int)?
    for other in names where abs(other.utf8.count - typed.count) <= limit {
      let slips = slips(typed, Array(other.utf8))
      if slips <= limit, slips < best?.slips ?? .max { best = (other, slips) }
    }
    return best?.name
  }

  /// The optimal string alignment distance.
  private static func slips(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var next = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(last[column + 1] + 1, next[column] + 1, last[column] + (byte == other ? 0 : 1))
        if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
          cost = min(cost, before[column - 1] + 1)
        }
        next.append(cost)
      }
      (before, last) = (last, next)
    }
    return last[right.count]
  }
}
