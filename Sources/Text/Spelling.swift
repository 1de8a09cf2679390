/// What someone may have meant who wrote a word that is not known.
package enum Spelling {
  /// Comparing takes the product of the lengths, and no word that is known here is longer.
  private static let lengthLimit = 64

  /// At most three candidates, the likeliest first: those that go on after the word, and those a few edits away.
  package static func nearest(to word: some StringProtocol, among candidates: some Sequence<String>) -> [String] {
    let word = Array(word.lowercased().utf8.prefix(lengthLimit))
    guard word.count >= 2 else { return [] }
    let ranked = candidates.compactMap { candidate -> (rank: Int, name: String)? in
      let other = Array(candidate.lowercased().utf8.prefix(lengthLimit))
      if other.starts(with: word) { return (other.count - word.count, candidate) }
      let edits = distance(word, other)
      return edits <= max(1, word.count / 3) ? (edits * 4, candidate) : nil
    }
    return ranked.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }.prefix(3).map(\.name)
  }

  /// How many bytes must be inserted, deleted, replaced or swapped with their neighbour to turn one word into the other
  /// (Damerau 1964, optimal string alignment).
  package static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var (before, last) = ([Int](), Array(0...other.count))
    for (i, a) in one.enumerated() {
      var row = [i + 1]
      for (j, b) in other.enumerated() {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == other[j - 1], b == one[i - 1] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[other.count]
  }
}
