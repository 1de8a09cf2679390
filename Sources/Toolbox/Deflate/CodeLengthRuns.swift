/// The code lengths of a dynamic block as that block states them: run-length coded (RFC 1951 section 3.2.7).
struct CodeLengthRuns {
  /// One symbol of the code length alphabet and the bits after it.
  struct Item {
    var symbol: Int
    var extra = 0
  }

  private(set) var items: [Item] = []

  static let symbolCount = 19
  /// Bits that follow each symbol.
  static let extraBits: [Int] = Array(repeating: 0, count: 16) + [2, 3, 7]
  /// The order in which the lengths of this alphabet's own code are written.
  static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private static let repeatPrevious = 16
  private static let repeatZeroShort = 17
  private static let repeatZeroLong = 18

  var frequencies: [Int] {
    items.reduce(into: Array(repeating: 0, count: Self.symbolCount)) { $0[$1.symbol] += 1 }
  }

  /// Adds the lengths of one code. No run crosses from one code into the next.
  mutating func append(_ lengths: ArraySlice<UInt8>) {
    var previous: UInt8?
    var index = lengths.startIndex
    while index < lengths.endIndex {
      let length = lengths[index]
      // A length that was just stated can be repeated 6 times at once; a new one costs its own symbol first.
      let longest = length == 0 ? 138 : length == previous ? 6 : 7
      var end = index + 1
      while end < lengths.endIndex, end - index < longest, lengths[end] == length { end += 1 }
      append(length, times: end - index, isNew: length != previous)
      previous = length
      index = end
    }
  }

  private mutating func append(_ length: UInt8, times count: Int, isNew: Bool) {
    let symbol = Int(length)
    let isRun = count >= (symbol != 0 && isNew ? 4 : 3)
    switch (isRun, symbol) {
    case (false, _):
      items += repeatElement(Item(symbol: symbol), count: count)
    case (true, 0):
      items.append(
        count <= 10
          ? Item(symbol: Self.repeatZeroShort, extra: count - 3) : Item(symbol: Self.repeatZeroLong, extra: count - 11))
    case (true, _):
      if isNew { items.append(Item(symbol: symbol)) }
      items.append(Item(symbol: Self.repeatPrevious, extra: count - (isNew ? 4 : 3)))
    }
  }
}
