extension StringProtocol {
  /// Broken at spaces into lines of a width; a word that is wider gets a line of its own. Line breaks in the text are kept.
  ///
  /// - Parameters:
  ///   - first: What stands before the first line, e.g. a bullet.
  ///   - indentation: What stands before the others.
  package func wrapped(to width: Int, first: String = "", indentation: String = "") -> [String] {
    var lines: [String] = []
    for paragraph in split(separator: "\n", omittingEmptySubsequences: false) {
      var (line, isEmpty) = (lines.isEmpty ? first : indentation, true)
      var used = line.count
      for word in paragraph.split(separator: " ") {
        let size = word.count
        if !isEmpty, used + 1 + size > width {
          lines.append(line)
          (line, isEmpty, used) = (indentation, true, indentation.count)
        }
        if !isEmpty { line += " " }
        line += word
        used += size + (isEmpty ? 0 : 1)
        isEmpty = false
      }
      lines.append(line)
    }
    return lines
  }

  /// With blanks behind it up to a width.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }

  /// Without blanks at either end.
  package var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
