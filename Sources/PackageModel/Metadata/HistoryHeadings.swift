import Text

/// The headings of a text, in Markdown's two forms and in reStructuredText's.
struct HistoryHeadings {
  struct Heading {
    let title: String
    /// 1 for the highest.
    let level: Int
    /// The line of the title.
    let line: Int
    /// How many lines it takes.
    let lines: Int
    /// Whether lines of one character mark it.
    let isSection: Bool
  }

  private let lines: [ChangelogLine]
  /// The marks of reStructuredText in the order in which they are met: the first is the highest level.
  private var marks: [String] = []

  init(_ lines: [ChangelogLine]) { self.lines = lines }

  /// The heading that begins at a line; asked in the order of the lines.
  mutating func heading(at index: Int) -> Heading? {
    let text = lines[index].text
    let level = text.prefix { $0 == "#" }.count
    if level > 0, text.dropFirst(level).first == " " {
      let title = String(text.dropFirst(level)).trimmed
      return Heading(title: title, level: level, line: lines[index].number, lines: 1, isSection: false)
    }
    if let mark = Self.mark(text), index + 2 < lines.count, Self.mark(lines[index + 2].text) == mark,
      let title = Self.title(lines[index + 1].text.drop { $0 == " " })
    {
      return section(title, mark: "\(mark)\(mark)", line: lines[index + 1].number, count: 3)
    }
    if index + 1 < lines.count, let mark = Self.mark(lines[index + 1].text), let title = Self.title(text) {
      return section(title, mark: String(mark), line: lines[index].number, count: 2)
    }
    return nil
  }

  private mutating func section(_ title: String, mark: String, line: Int, count: Int) -> Heading {
    if !marks.contains(mark) { marks.append(mark) }
    let level = (marks.firstIndex(of: mark) ?? 0) + 1
    return Heading(title: title, level: level, line: line, lines: count, isSection: true)
  }

  /// The character that a line consists of, three times at least.
  private static func mark(_ text: Substring) -> Character? {
    guard let first = text.first, "=-~^\"'`#*+.:_".contains(first), text.utf8.count >= 3,
      text.utf8.allSatisfy({ $0 == first.asciiValue })
    else { return nil }
    return first
  }

  /// What can be a title: neither empty, nor an item of a list, nor indented.
  private static func title(_ text: Substring) -> String? {
    guard let first = text.first, first != " ", mark(text) == nil,
      !["- ", "* ", "+ ", "> ", "|", ".. "].contains(where: { text.hasPrefix($0) })
    else { return nil }
    return String(text).trimmed
  }
}
