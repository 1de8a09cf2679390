import Diagnostics

/// The part of the packages that one of several machines makes.
package struct Shard: Sendable, Equatable {
  /// Counted from 1.
  let index: Int
  let count: Int

  static let most = 1000

  /// - Throws: A usage failure for what is no `I/N` with I among 1...N.
  init(_ text: String, of option: String) throws(Failure) {
    let words = text.split(separator: "/", omittingEmptySubsequences: false)
    guard words.count == 2, let index = Int(words[0]), let count = Int(words[1]), (1...Self.most).contains(count),
      (1...count).contains(index)
    else {
      throw Failure.usage(
        .optionValue, "\(option) is no part of a whole: \(quoted(text))", remedy: "write 2/4 for the second of four")
    }
    (self.index, self.count) = (index, count)
  }

  /// Which of the packages are this part's. The heaviest go first, each to the part that has the least so far, so the
  /// answer is the same on every machine that is told the same sizes.
  func members(of sizes: [Int]) -> [Int] {
    var loads = [Int](repeating: 0, count: count)
    var own: [Int] = []
    let order = sizes.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
    for member in order {
      guard let least = loads.indices.min(by: { (loads[$0], $0) < (loads[$1], $1) }) else { break }
      loads[least] += sizes[member]
      if least == index - 1 { own.append(member) }
    }
    return own.sorted()
  }
}
