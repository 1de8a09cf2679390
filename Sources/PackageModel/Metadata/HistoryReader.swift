import Diagnostics

/// Reads a history in Markdown or reStructuredText: a heading with a version and perhaps a date, below it lists, perhaps
/// under headings of their kind (keepachangelog.com). What nobody released yet is left out.
struct HistoryReader {
  let file: String
  /// Who answers for the entries.
  let author: String

  private(set) var entries: [Changelog.Entry] = []
  private(set) var notes: [Diagnostic] = []

  private var collector = ChangeCollector()
  /// The level of the heading of the version whose changes are read; `nil` between versions.
  private var level: Int?
  private var kind = ""
  /// The indentations of the lists around.
  private var lists: [Int] = []

  init(file: String, author: String) {
    self.file = file
    self.author = author
  }

  mutating func read(_ lines: [ChangelogLine]) throws(Failure) {
    var headings = HistoryHeadings(lines)
    var (isCode, isComment, afterBlank, index) = (false, false, true, 0)
    while index < lines.count {
      let line = lines[index]
      let text = line.text.drop { $0 == " " }
      defer { afterBlank = text.isEmpty }
      if text.hasPrefix("<!--") { isComment = true }
      if isComment {
        if text.contains("-->") { isComment = false }
      } else if text.hasPrefix("```") || text.hasPrefix("~~~") && !isMark(text) {
        isCode.toggle()
      } else if !isCode, let heading = headings.heading(at: index) {
        guard entries.count < Changelog.entryLimit || HistoryHeading(heading.title) == nil else { break }
        take(heading)
        index += heading.lines
        continue
      } else if level != nil, !text.isEmpty, !Self.isLinkDefinition(text), !text.hasPrefix(".. ") {
        try take(text, of: line, afterBlank: afterBlank)
      }
      index += 1
    }
    close()
  }

  /// A line that parts sections, of one character alone.
  private func isMark(_ text: Substring) -> Bool { text.allSatisfy { $0 == text.first } && text.count > 3 }

  private mutating func take(_ heading: HistoryHeadings.Heading) {
    if let version = HistoryHeading(heading.title), heading.isSection || heading.level <= 3 {
      close()
      if let problem = version.unclearDate {
        notes.append(
          .warning(
            .changelogDate, "the date of \(version.version) is not understood: \(quoted(problem))",
            at: SourceLocation(file: file, line: heading.line), remedy: "write it as 2026-11-21"))
      }
      entries.append(
        Changelog.Entry(version: version.version, timestamp: version.timestamp, author: author, changes: []))
      level = heading.level
    } else if let level, heading.level > level {
      kind = Self.plain(heading.title[...]) + ": "
    } else {
      close()
    }
  }

  private mutating func take(_ text: Substring, of line: ChangelogLine, afterBlank: Bool) throws(Failure) {
    let isBullet = ["- ", "* ", "+ "].contains { text.hasPrefix($0) }
    if isBullet {
      while let last = lists.last, last >= line.indentation { lists.removeLast() }
      lists.append(line.indentation)
    }
    let startsChange = isBullet || (afterBlank && line.indentation == 0)
    if startsChange, !isBullet { lists = [] }
    let words = Self.plain(isBullet ? text.dropFirst(2) : text)
    let depth = max(lists.count - 1, 0)
    try collector.add(
      Substring((startsChange && depth == 0 ? kind : "") + words), startsChange: startsChange, depth: depth, file: file,
      line: line.number)
  }

  private mutating func close() {
    let changes = collector.finish()
    if level != nil, !entries.isEmpty { entries[entries.count - 1].changes = changes }
    (level, kind, lists) = (nil, "", [])
  }

  /// `[1.0.0]: https://...`
  private static func isLinkDefinition(_ text: Substring) -> Bool {
    guard text.first == "[", let close = text.firstIndex(of: "]") else { return false }
    return text[text.index(after: close)...].hasPrefix(":")
  }

  /// Without the marks of links and emphasis: `[text](address)` is `text`, `**text**` too. Each byte is looked at once.
  static func plain(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    // The places of open brackets in the result, and those of them that turned out to begin a link.
    var brackets: [Int] = []
    var dropped: Set<Int> = []
    let lastClose = bytes.lastIndex(of: UInt8(ascii: ")")) ?? -1
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte == UInt8(ascii: "]"), next == UInt8(ascii: "("), index < lastClose {
        while bytes[index] != UInt8(ascii: ")") { index += 1 }
        if let open = brackets.popLast() { dropped.insert(open) }
      } else if byte == UInt8(ascii: "*"), next == byte {
        index += 1
      } else {
        if byte == UInt8(ascii: "[") { brackets.append(result.count) }
        result.append(byte)
      }
      index += 1
    }
    if !dropped.isEmpty { result = result.indices.filter { !dropped.contains($0) }.map { result[$0] } }
    return String(decoding: result, as: UTF8.self)
  }
}
