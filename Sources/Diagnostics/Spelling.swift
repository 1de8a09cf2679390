/// What someone may have meant who wrote a word that is not known.
package enum Spelling {
  /// Comparing takes the product of the lengths, and no word that is known here is longer.
  private static let lengthLimit = 64

  /// At most three candidates, the likeliest first: those that go on after the word, and those a few slips away.
  package static func nearest(to word: some StringProtocol, among candidates: some Sequence<String>) -> [String] {
    let word = Array(word.lowercased().utf8.prefix(lengthLimit))
    guard word.count >= 2 else { return [] }
    let ranked = candidates.compactMap { candidate -> (rank: Int, name: String)? in
      let other = Array(candidate.lowercased().utf8.prefix(lengthLimit))
      if other.starts(with: word) { return (other.count - word.count, candidate) }
      return slips(word, other, atMost: allowance(word)).map { ($0 * 4, candidate) }
    }
    return ranked.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }.prefix(3).map(\.name)
  }

  /// The candidate that a word is a misspelling of, for whoever decides by that: one or two slips away, with capitals for
  /// what they are, and never one that only goes on after it.
  package static func meant(by word: String, among candidates: some Sequence<String>) -> String? {
    let word = Array(word.utf8)
    guard (3...lengthLimit).contains(word.count) else { return nil }
    return candidates.compactMap { candidate in
      slips(word, Array(candidate.utf8), atMost: min(allowance(word), 2)).map { (slips: $0, name: candidate) }
    }.min { $0.slips < $1.slips }?.name
  }

  private static func allowance(_ word: [UInt8]) -> Int { max(1, word.count / 3) }

  private static func slips(_ one: [UInt8], _ other: [UInt8], atMost limit: Int) -> Int? {
    guard abs(one.count - other.count) <= limit else { return nil }
    let count = distance(one, other)
    return count <= limit ? count : nil
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
