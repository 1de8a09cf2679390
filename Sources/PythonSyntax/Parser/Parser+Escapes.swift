extension Parser {
  /// Checks the literals that one string is made of, the last of which has been passed.
  mutating func checkStrings(_ ids: some Sequence<UInt32>, hasBytes: Bool, hasText: Bool, at start: Int) {
    if hasBytes, hasText { reject("cannot mix bytes and nonbytes literals", at: start) }
    for id in ids {
      let node = nodes[Int(id)]
      switch node.kind {
      case .string:
        let range = Int(node.offset)..<Int(node.offset + node.first)
        let literal = tokens.bytes[range]
        let open = literal.firstIndex { $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"") } ?? range.lowerBound
        let quotes = StringPrefix(rawValue: node.detail).contains(.tripleQuoted) ? 3 : 1
        checkText(open + quotes..<max(open + quotes, range.upperBound - quotes), StringPrefix(rawValue: node.detail))
      case .formatText:
        checkText(Int(node.offset)..<Int(node.offset + node.first), StringPrefix(rawValue: node.detail))
      case .formatString: checkStrings(list(node.second), hasBytes: false, hasText: false, at: start)
      case .replacement where node.second != Node.none:
        checkStrings(list(node.second), hasBytes: false, hasText: false, at: start)
      default: break
      }
    }
  }

  private mutating func checkText(_ range: Range<Int>, _ prefix: StringPrefix) {
    if prefix.contains(.bytes), let place = range.first(where: { tokens.bytes[$0] >= 0x80 }) {
      // Python 2 has bytes of any kind.
      reject("bytes can only contain ASCII literal characters", at: place, by: .python3)
    }
    guard !prefix.contains(.raw) else { return }
    var index = range.lowerBound
    while let escape = tokens.bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: "\\")) {
      let kind = escape + 1 < range.upperBound ? tokens.bytes[escape + 1] : 0
      index = min(escape + 2, range.upperBound)
      let digits: Int
      switch kind {
      case UInt8(ascii: "x"): digits = 2
      case UInt8(ascii: "u") where !prefix.contains(.bytes): digits = 4
      case UInt8(ascii: "U") where !prefix.contains(.bytes): digits = 8
      case UInt8(ascii: "N") where !prefix.contains(.bytes):
        if let end = endOfName(index, range) { index = end } else { rejectName(escape, in: range, prefix) }
        continue
      default: continue
      }
      let found = tokens.bytes[index..<range.upperBound].prefix(digits).prefix { Self.isHexadecimal($0) }
      index += found.count
      if found.count < digits {
        rejectTruncated(escape, to: index, in: range, prefix)
      } else if digits == 8, let value = UInt32(String(decoding: found, as: UTF8.self), radix: 16), value > 0x10_FFFF {
        rejectEscape("illegal Unicode character", from: escape, to: index, in: range, prefix)
      }
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x46 ~= byte || 0x61...0x66 ~= byte
  }

  private func endOfName(_ start: Int, _ range: Range<Int>) -> Int? {
    guard start + 1 < range.upperBound, tokens.bytes[start] == UInt8(ascii: "{"),
      let close = tokens.bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "}")), close > start + 1
    else { return nil }
    return close + 1
  }

  private mutating func rejectName(_ escape: Int, in range: Range<Int>, _ prefix: StringPrefix) {
    let hasBrace = escape + 2 < range.upperBound && tokens.bytes[escape + 2] == UInt8(ascii: "{")
    rejectEscape("malformed \\N character escape", from: escape, to: escape + (hasBrace ? 3 : 2), in: range, prefix)
  }

  private mutating func rejectTruncated(
    _ escape: Int, to end: Int, in range: Range<Int>, _ prefix: StringPrefix
  ) {
    if prefix.contains(.bytes) {
      let place = tokens.bytes[range.lowerBound..<escape].count
      return reject("(value error) invalid \\x escape at position \(place)", at: token.start)
    }
    let kind = tokens.bytes[escape + 1]
    let shape = kind == UInt8(ascii: "x") ? "xXX" : kind == UInt8(ascii: "u") ? "uXXXX" : "UXXXXXXXX"
    rejectEscape("truncated \\\(shape) escape", from: escape, to: end, in: range, prefix)
  }

  private mutating func rejectEscape(
    _ reason: String, from escape: Int, to end: Int, in range: Range<Int>, _ prefix: StringPrefix
  ) {
    // Python counts in its own copy, where what is not ASCII takes ten bytes (`\\UXXXXXXXX`).
    let before = String(decoding: tokens.bytes[range.lowerBound..<escape], as: UTF8.self).unicodeScalars
    let first = before.reduce(0) { $0 + ($1.isASCII ? 1 : 10) }
    let isOldText = !prefix.contains(.unicode)
    reject(
      "(unicode error) 'unicodeescape' codec can't decode bytes in position \(first)-\(first + end - escape - 1): "
        + reason, at: token.start,
      by: isOldText && tokens.bytes[escape + 1] != UInt8(ascii: "x") ? .python3 : .both)
  }
}
