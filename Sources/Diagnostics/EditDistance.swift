/// How many letters must be inserted, deleted, replaced or swapped with their neighbour to turn one word into the other
/// (Damerau 1964, optimal string alignment).
package func editDistance(_ one: String, _ other: String) -> Int {
  let one = Array(one.unicodeScalars)
  let other = Array(other.unicodeScalars)
  var beforeLast: [Int] = []
  var last = Array(0...other.count)
  for row in one.indices {
    var current = [row + 1]
    for column in other.indices {
      let isSame = one[row] == other[column]
      var best = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current.append(best)
    }
    (beforeLast, last) = (last, current)
  }
  return last[other.count]
}

/// The known name that is nearest to a mistyped one, if any is near; of several as near, the first.
package func nearest(to name: String, among known: [String]) -> String? {
  // Comparing takes the square of the length, and no name is so long.
  guard name.utf8.count <= 40 else { return nil }
  var best: (name: String, distance: Int)?
  for candidate in known {
    let distance = editDistance(candidate, name)
    if distance <= max(2, name.count / 3), distance < (best?.distance ?? .max) { best = (candidate, distance) }
  }
  return best?.name
}
