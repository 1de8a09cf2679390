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
    for line in lines {
      let text = line.text
      if text.isEmpty {
        if entry?.lines.isEmpty == false { entry?.lines.append("") }
      } else if text.hasPrefix(" -- "), var finished = entry {
        let (author, date) = try trailer(text.dropFirst(4), file: file, line: line.number)
        finished.author = author
        finished.timestamp = date.timestamp
        finished.writtenDate = date
        finished.changes = collector.finish()
        while finished.lines.last?.isEmpty == true { finished.lines.removeLast() }
        entries.append(finished)
        entry = nil
        if entries.count == Changelog.entryLimit { return entries }
      } else if entry != nil, text.hasPrefix("  ") {
        entry?.lines.append(String(text))
        let words = text.dropFirst(line.indentation)
        let isBullet = ["* ", "- ", "+ "].contains { words.hasPrefix($0) }
        try collector.add(
          isBullet ? words.dropFirst(2) : words, startsChange: isBullet || words.hasPrefix("[ "),
          depth: isBullet ? (line.indentation - 2) / 2 : 0, file: file, line: line.number)
      } else if entry == nil, let heading = Heading(text) {
        entry = Changelog.Entry(version: heading.version, timestamp: nil, author: "", changes: [])
        entry?.distribution = heading.distribution
        entry?.urgency = heading.urgency
      } else if entry == nil, entries.isEmpty == false, isEditorLine(text) {
        break
      } else {
        throw problem(
          entry == nil
            ? "is not a heading 'NAME (VERSION) DISTRIBUTION; urgency=LEVEL'" : "is neither a change nor a trailer",
          in: file, line: line.number)
      }
    }
    if entry != nil {
      throw problem("ends without ' -- NAME <ADDRESS>  DATE'", in: file, line: lines.last?.number ?? 1)
    }
    return entries
  }

  private static func isEditorLine(_ text: Substring) -> Bool {
    ["vim:", ";;", "# ", "/*", "Local variables:", "Old Changelog:"].contains { text.hasPrefix($0) }
  }

  private static func trailer(
    _ text: Substring, file: String, line: Int
  ) throws(Failure) -> (author: String, date: Changelog.Entry.WrittenDate) {
    guard let end = text.firstIndex(of: ">"), text.contains("<"),
      case let written = text[text.index(after: end)...], let timestamp = CalendarDate.timestamp(mail: written)
    else { throw problem("is not a trailer ' -- NAME <ADDRESS>  DATE' with a date of RFC 5322", in: file, line: line) }
    return (
      String(text[...end]).trimmed,
      Changelog.Entry.WrittenDate(text: String(written).trimmed, timestamp: timestamp)
    )
  }

  private static func problem(_ what: String, in file: String, line: Int) -> Failure {
    Failure.usage(
      .changelog, what, at: SourceLocation(file: file, line: line), remedy: "dpkg-parsechangelog -l \(file) shows more")
  }
}
