import Diagnostics
import Text

/// Reads a Markdown history: a heading with a version and perhaps a date, below it lists, perhaps under headings of their
/// kind (keepachangelog.com). What nobody released yet is left out.
enum MarkdownChangelogReader {
  static func entries(
    of lines: [ChangelogLine], file: String, author: String
  ) throws(Failure) -> [Changelog.Entry] {
    var entries: [Changelog.Entry] = []
    var collector = ChangeCollector()
    var (kind, isOpen, isCode, isComment, afterBlank) = ("", false, false, false, true)
    for line in lines {
      let text = line.text.drop { $0 == " " }
      defer { afterBlank = text.isEmpty }
      if text.hasPrefix("<!--") { isComment = true }
      if isComment {
        if text.contains("-->") { isComment = false }
        continue
      }
      if text.hasPrefix("```") || text.hasPrefix("~~~") {
        isCode.toggle()
        continue
      }
      let level = isCode ? 0 : text.prefix { $0 == "#" }.count
      if level > 0, text.dropFirst(level).first == " " {
        let title = String(text.dropFirst(level)).trimmed
        if level <= 3, let heading = heading(title) {
          close(&entries, isOpen, &collector)
          guard entries.count < Changelog.entryLimit else { return entries }
          entries.append(
            Changelog.Entry(version: heading.version, timestamp: heading.timestamp, author: author, changes: []))
          (isOpen, kind) = (true, "")
        } else if level <= 2 {
          close(&entries, isOpen, &collector)
          (isOpen, kind) = (false, "")
        } else {
          kind = plain(title[...]) + ": "
        }
      } else if isOpen, !text.isEmpty, !isLinkDefinition(text) {
        let bullet = ["- ", "* ", "+ "].contains { text.hasPrefix($0) }
        let startsChange = bullet || (afterBlank && line.indentation == 0)
        let words = plain(bullet ? text.dropFirst(2) : text)
        try collector.add(
          Substring((startsChange ? kind : "") + words), startsChange: startsChange, file: file, line: line.number)
      }
    }
    close(&entries, isOpen, &collector)
    return entries
  }

  private static func close(
    _ entries: inout [Changelog.Entry], _ isOpen: Bool, _ collector: inout ChangeCollector
  ) {
    let changes = collector.finish()
    if isOpen, !entries.isEmpty { entries[entries.count - 1].changes = changes }
  }

  /// `[1.0.0] - 2017-06-20`, `v1.0 (2017-06-20)`, `1.0.0`, `Version 1.0.0`.
  private static func heading(_ title: String) -> (version: String, timestamp: Int?)? {
    let words = plain(title[...]).split { " ()[],".contains($0) }
    var rest = words[...]
    if let first = rest.first, ["version", "release"].contains(first.lowercased()) { rest = rest.dropFirst() }
    guard var version = rest.first else { return nil }
    if version.first == "v" || version.first == "V" { version = version.dropFirst() }
    guard version.first.map({ ("0"..."9").contains($0) }) == true,
      version.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".+~-!:_".contains($0)) })
    else { return nil }
    let timestamp = rest.dropFirst().lazy.compactMap { CalendarDate.timestamp(numbers: $0) }.first
    return (String(version), timestamp)
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
