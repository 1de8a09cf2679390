/// Text broken into lines of a given width.
enum WrappedText {
  /// Breaks at spaces; a word that is wider than the line gets a line of its own. Line breaks in the text are kept.
  static func lines(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { fill($0, width: max(1, width)) }
  }

  private static func fill(_ paragraph: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in paragraph.split(separator: " ") {
      let size = word.count
      if used > 0, used + 1 + size > width {
        lines.append(line)
        line = ""
        used = 0
      }
      if used > 0 {
        line += " "
        used += 1
      }
      line += word
      used += size
    }
    return lines + [line]
  }
}
