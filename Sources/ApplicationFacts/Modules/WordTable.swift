/// Lines in the order of their bytes: `NAME` or `NAME=VALUE`.
package struct WordTable: Sendable {
  private let text: String

  package init(_ text: String) { self.text = text }

  /// The value of a name, empty for a word without one; found by bisection.
  package func value(of name: String) -> String? {
    var (text, name) = (text, name)
    return text.withUTF8 { bytes in name.withUTF8 { Self.value(of: $0, in: bytes) } }
  }

  /// On bare bytes, for a program can name a million modules.
  private static func value(of name: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let gap = UInt8(ascii: "\n")
    // The range begins with a word and is made smaller by whole words.
    var (low, high) = (0, bytes.count)
    while low < high {
      var start = low + (high - low) / 2
      while start > low, bytes[start] == gap { start -= 1 }
      while start > low, bytes[start - 1] != gap { start -= 1 }
      var end = start
      while end < high, bytes[end] != gap { end += 1 }
      let key = bytes[start..<end].prefix { $0 != UInt8(ascii: "=") }
      if key.elementsEqual(name) { return String(decoding: bytes[key.endIndex..<end].dropFirst(), as: UTF8.self) }
      if key.lexicographicallyPrecedes(name) {
        while end < high, bytes[end] == gap { end += 1 }
        low = end
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
