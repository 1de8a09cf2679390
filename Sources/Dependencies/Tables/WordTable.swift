import Synchronization

/// Lines in the order of their bytes: `NAME` or `NAME=VALUE`.
package struct WordTable: Sendable {
  private let text: String

  init(named name: String) { text = embeddedTables[name] ?? "" }

  /// The value of a name, empty for a word without one; found by bisection.
  package func value(of name: String) -> String? {
    let bytes = text.utf8
    // The range begins with a word and is made smaller by whole words.
    var (low, high) = (bytes.startIndex, bytes.endIndex)
    while low < high {
      var start = bytes.index(low, offsetBy: bytes.distance(from: low, to: high) / 2)
      while start > low, bytes[start].isGap { start = bytes.index(before: start) }
      while start > low, !bytes[bytes.index(before: start)].isGap { start = bytes.index(before: start) }
      let end = bytes[start..<high].firstIndex(where: \.isGap) ?? high
      let key = bytes[start..<end].prefix { $0 != UInt8(ascii: "=") }
      if key.elementsEqual(name.utf8) { return String(text[key.endIndex..<end].dropFirst()) }
      if key.lexicographicallyPrecedes(name.utf8) {
        low = bytes[end..<high].firstIndex { !$0.isGap } ?? high
      } else {
        high = start
      }
    }
    return nil
  }

  /// The names with their values, in their order.
  package var rows: [(name: Substring, value: Substring)] {
    text.split(separator: "\n").map { line in
      let name = line.prefix { $0 != "=" }
      return (name, line[name.endIndex...].dropFirst())
    }
  }
}

extension UInt8 {
  fileprivate var isGap: Bool { self == UInt8(ascii: "\n") }
}
