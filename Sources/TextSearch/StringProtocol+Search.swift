/// What Swift's own library for patterns offers under the same names, for plain text alone.
///
/// Bytes are compared, not what a reader sees: a line feed is found in CR LF, and a quote that carries an accent is a quote
/// still. That library takes a twelfth of a tool that needs no patterns, and a part of each start.
extension StringProtocol {
  /// Whether a text is a part of this one; the empty text always is.
  package func contains(_ text: some StringProtocol) -> Bool {
    text.isEmpty || firstRange(of: text) != nil
  }

  /// Where a text stands first; the empty text stands nowhere.
  package func firstRange(of text: some StringProtocol) -> Range<Index>? {
    let offset = withBytes { bytes in text.withBytes { bytes.offset(of: $0, from: 0) } }
    return offset.map { range(at: $0, of: text.utf8.count) }
  }

  /// Where a text stands, from the first place on, no two places overlapping.
  package func ranges(of text: some StringProtocol) -> [Range<Index>] {
    offsets(of: text).map { range(at: $0, of: text.utf8.count) }
  }

  /// With another text in each place of a text.
  package func replacing(_ text: some StringProtocol, with other: some StringProtocol) -> String {
    let offsets = offsets(of: text)
    if offsets.isEmpty { return String(self) }
    return withBytes { bytes in
      var (result, end) = ([UInt8](), 0)
      result.reserveCapacity(bytes.count + offsets.count * other.utf8.count)
      for offset in offsets {
        result += bytes[end..<offset]
        result += other.utf8
        end = offset + text.utf8.count
      }
      result += bytes[end...]
      return String(decoding: result, as: UTF8.self)
    }
  }

  /// What is between the places of a text; a single character parts by itself.
  @_disfavoredOverload
  package func split(
    separator: some StringProtocol, maxSplits: Int = .max, omittingEmptySubsequences: Bool = true
  ) -> [SubSequence] {
    var (parts, start) = ([SubSequence](), startIndex)
    func add(_ end: Index) {
      if start < end || !omittingEmptySubsequences { parts.append(self[start..<end]) }
    }
    for range in ranges(of: separator) where parts.count < maxSplits {
      add(range.lowerBound)
      start = range.upperBound
    }
    add(endIndex)
    return parts
  }

  private func offsets(of text: some StringProtocol) -> [Int] {
    withBytes { bytes in
      text.withBytes { mark in
        var (offsets, start) = ([Int](), 0)
        while let offset = bytes.offset(of: mark, from: start) {
          offsets.append(offset)
          start = offset + mark.count
        }
        return offsets
      }
    }
  }

  private func range(at offset: Int, of count: Int) -> Range<Index> {
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: count)
  }

  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without the characters at the beginning for which something holds.
  package func trimmingPrefix(while holds: (Character) -> Bool) -> Substring { drop(while: holds) }
}
