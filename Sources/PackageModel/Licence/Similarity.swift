/// Finds the words that someone may have meant.
enum Similarity {
  /// At most three candidates: those that begin with the word, then those few edits away.
  static func nearest(to word: String, among candidates: [String]) -> [String] {
    let word = Array(word.lowercased().utf8.prefix(64))
    guard word.count >= 2 else { return [] }
    let ranked = candidates.compactMap { candidate -> (rank: Int, name: String)? in
      let other = Array(candidate.lowercased().utf8.prefix(64))
      if other.starts(with: word) { return (other.count - word.count, candidate) }
      let edits = distance(word, other)
      return edits <= max(1, word.count / 3) ? (edits * 4, candidate) : nil
    }
    return ranked.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }.prefix(3).map(\.name)
  }

  /// Edits between two words, two neighbours changing places being one (optimal string alignment), a row at a time.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var (before, last) = ([Int](), Array(0...right.count))
    for (i, a) in left.enumerated() {
      var row = [i + 1]
      for (j, b) in right.enumerated() {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == right[j - 1], b == left[i - 1] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[right.count]
  }
}
