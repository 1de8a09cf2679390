/// Letters and digits of ASCII, of which names and versions are made.
extension UInt8 {
  package var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  package var isASCIIUpper: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
  package var isASCIILower: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
  package var isASCIIAlphanumeric: Bool { isASCIIDigit || isASCIIUpper || isASCIILower }
}

extension StringProtocol where SubSequence == Substring {
  /// Without white space at the beginning and end.
  package var trimmedBlanks: Substring {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }

  /// What comes before the first `separator`, and what comes after it if there is one.
  package func splitOnce(at separator: String) -> (before: Substring, after: Substring?) {
    guard let range = firstRange(of: separator) else { return (self[...], nil) }
    return (self[..<range.lowerBound], self[range.upperBound...])
  }
}
