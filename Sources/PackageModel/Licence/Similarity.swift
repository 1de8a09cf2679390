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

  /// Levenshtein's distance, a row at a time.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}
