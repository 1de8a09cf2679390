extension PackageVersion {
  /// Whether it is older, as dpkg compares the two (deb-version(7), "Sorting algorithm").
  package func precedes(_ other: PackageVersion) -> Bool {
    if (epoch ?? 0) != (other.epoch ?? 0) { return (epoch ?? 0) < (other.epoch ?? 0) }
    let order = Self.compare(upstream, other.upstream)
    return (order != 0 ? order : Self.compare(revision ?? "", other.revision ?? "")) < 0
  }

  /// Negative where the first is older, 0 where none is.
  private static func compare(_ one: String, _ other: String) -> Int {
    var (left, right) = (Array(one.utf8)[...], Array(other.utf8)[...])
    while !left.isEmpty || !right.isEmpty {
      while left.first.map(isDigit) == false || right.first.map(isDigit) == false {
        let difference = rank(left.first) - rank(right.first)
        if difference != 0 { return difference }
        left = left.dropFirst()
        right = right.dropFirst()
      }
      let difference = compareNumbers(&left, &right)
      if difference != 0 { return difference }
    }
    return 0
  }

  /// Letters sort before everything else, and a tilde before the end; a digit counts as the end of what is no number.
  private static func rank(_ byte: UInt8?) -> Int {
    guard let byte, !isDigit(byte) else { return 0 }
    if byte == UInt8(ascii: "~") { return -1 }
    return Character(UnicodeScalar(byte)).isLetter ? Int(byte) : Int(byte) + 256
  }

  private static func compareNumbers(_ left: inout ArraySlice<UInt8>, _ right: inout ArraySlice<UInt8>) -> Int {
    func number(_ bytes: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
      let digits = bytes.prefix(while: isDigit)
      bytes = bytes.dropFirst(digits.count)
      return digits.drop { $0 == UInt8(ascii: "0") }
    }
    let (one, other) = (number(&left), number(&right))
    if one.count != other.count { return one.count - other.count }
    return one.elementsEqual(other) ? 0 : one.lexicographicallyPrecedes(other) ? -1 : 1
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
