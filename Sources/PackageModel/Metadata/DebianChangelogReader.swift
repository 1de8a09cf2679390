import Diagnostics
import Text

/// Reads `debian/changelog` (deb-changelog(5)).
enum DebianChangelogReader {
  /// `NAME (VERSION) DISTRIBUTION...; KEY=VALUE...`
  static func isHeading(_ line: Substring) -> Bool { Heading(line) != nil }

  private struct Heading {
    var version = ""
    var distribution = ""
    var urgency = "medium"

    init?(_ line: Substring) {
      guard let open = line.firstIndex(of: "("), let close = line.firstIndex(of: ")"), open < close,
        let semicolon = line[close...].firstIndex(of: ";")
      else { return nil }
      let name = line[..<open].dropLast()
      guard line[..<open].last == " ", !name.isEmpty, name.allSatisfy({ !$0.isWhitespace }) else { return nil }
      version = String(line[line.index(after: open)..<close])
      distribution = line[line.index(after: close)..<semicolon].split(separator: " ").joined(separator: " ")
      let isPlain = distribution.unicodeScalars.allSatisfy {
        $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || " -+.".unicodeScalars.contains($0))
      }
      guard !version.isEmpty, !distribution.isEmpty, isPlain else { return nil }
      for pair in line[line.index(after: semicolon)...].split(separator: ",") {
        let parts = pair.split(separator: "=").map { String($0).trimmed.lowercased() }
        if parts.count == 2, parts[0] == "urgency",
          ["low", "medium", "high", "emergency", "critical"].contains(parts[1])
        {
          urgency = parts[1]
        }
      }
    }
  }

  static func entries(of lines: [ChangelogLine], file: String) throws(Failure) -> [Changelog.Entry] {
    var entries: [Changelog.Entry] = []
    var entry: Changelog.Entry?
    var collector = ChangeCollector()
    for line in lines where !line.text.isEmpty {
      let text = line.text
      if text.hasPrefix(" -- "), var finished = entry {
        let (author, timestamp) = try trailer(text.dropFirst(4), file: file, line: line.number)
        finished.author = author
        finished.timestamp = timestamp
        finished.changes = collector.finish()
        entries.append(finished)
        entry = nil
        if entries.count == Changelog.entryLimit { return entries }
      } else if entry != nil, text.hasPrefix("  ") {
        let words = text.dropFirst(line.indentation)
        let isBullet = words.hasPrefix("* ") || words.hasPrefix("[ ")
        try collector.add(
          words.hasPrefix("* ") ? words.dropFirst(2) : words, startsChange: isBullet, file: file, line: line.number)
      } else if entry == nil, let heading = Heading(text) {
        entry = Changelog.Entry(version: heading.version, timestamp: nil, author: "", changes: [])
        entry?.distribution = heading.distribution
        entry?.urgency = heading.urgency
      } else if entry == nil, entries.isEmpty == false, isEditorLine(text) {
        break
      } else {
        throw problem(
          entry == nil ? "is no heading 'NAME (VERSION) DISTRIBUTION; urgency=LEVEL'" : "is no change and no trailer",
          file, line.number)
      }
    }
    if entry != nil {
      throw problem("ends without ' -- NAME <ADDRESS>  DATE'", file, lines.last?.number ?? 1)
    }
    return entries
  }

  private static func isEditorLine(_ text: Substring) -> Bool {
    ["vim:", ";;", "# ", "/*", "Local variables:", "Old Changelog:"].contains { text.hasPrefix($0) }
  }

  private static func trailer(
    _ text: Substring, file: String, line: Int
  ) throws(Failure) -> (author: String, timestamp: Int) {
    guard let end = text.firstIndex(of: ">"), text.contains("<"),
      let timestamp = CalendarDate.timestamp(mail: text[text.index(after: end)...])
    else { throw problem("is no trailer ' -- NAME <ADDRESS>  DATE' with a date of RFC 5322", file, line) }
    return (String(text[...end]).trimmed, timestamp)
  }

  private static func problem(_ what: String, _ file: String, _ line: Int) -> Failure {
    Failure(
      .usage, what, at: SourceLocation(file: file, line: line), remedy: "dpkg-parsechangelog -l \(file) shows more")
  }
}

/// Gathers the lines of changes into a paragraph each.
struct ChangeCollector {
  private var changes: [String] = []

  mutating func add(
    _ words: Substring, startsChange: Bool, file: String, line: Int
  ) throws(Failure) {
    let text = String(words).trimmed
    guard !text.isEmpty else { return }
    if startsChange || changes.isEmpty {
      changes.append(text)
    } else {
      changes[changes.count - 1] += " " + text
    }
    guard changes[changes.count - 1].utf8.count <= Changelog.changeLimit, changes.count <= 1000 else {
      throw Failure(
        .usage, "a version has more than 1000 changes or one of more than \(Changelog.changeLimit) bytes",
        at: SourceLocation(file: file, line: line), remedy: "make it shorter")
    }
  }

  mutating func finish() -> [String] {
    defer { changes = [] }
    return changes
  }
}
