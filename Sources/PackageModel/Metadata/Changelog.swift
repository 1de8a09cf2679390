import Diagnostics
import Text

/// The history of a package, newest first (Debian Policy 4.4).
package struct Changelog: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    package var version: String
    /// Seconds since 1970; `nil` where the history has no date.
    package var timestamp: Int?
    package var author: String
    /// What changed, a paragraph each, without bullets.
    package var changes: [String]
    package var distribution = "unstable"
    package var urgency = "medium"

    package init(version: String, timestamp: Int?, author: String, changes: [String]) {
      self.version = version
      self.timestamp = timestamp
      self.author = author
      self.changes = changes
    }
  }

  package var entries: [Entry]
  /// Written for those who use the software, so that it is worth a NEWS file.
  package var isNews = false

  /// What is read of a file, and how much of its history is packaged.
  package static let sizeLimit = 4 << 20
  package static let entryLimit = 500
  static let changeLimit = 4000

  package init(_ entries: [Entry]) { self.entries = entries }

  /// Reads a history in Debian's form (deb-changelog(5)) or in Markdown (keepachangelog.com), told by its first line.
  ///
  /// - Parameter author: Who answers for entries that name nobody.
  /// - Throws: A usage failure that names the line that is not understood.
  package init(_ bytes: [UInt8], file: String, author: String) throws(Failure) {
    let lines = try ChangelogLine.all(of: TextFile(bytes, name: file).text, file: file)
    if let first = lines.first(where: { !$0.text.isEmpty }), DebianChangelogReader.isHeading(first.text) {
      self.init(try DebianChangelogReader.entries(of: lines, file: file))
    } else {
      self.init(try MarkdownChangelogReader.entries(of: lines, file: file, author: author))
      isNews = true
    }
    guard !entries.isEmpty else {
      throw Failure(
        .usage, "has no entry with a version", at: SourceLocation(file: file),
        remedy: "write '## 1.0.0 - 2026-11-21' above the changes of a version (keepachangelog.com)")
    }
  }

  /// The version that the history is at; `nil` when its dates say that another entry than the first is the newest.
  package var newestVersion: String? {
    guard let first = entries.first else { return nil }
    let latest = entries.compactMap(\.timestamp).max() ?? 0
    return (first.timestamp ?? latest) >= latest ? first.version : nil
  }
}

/// A line of a history, without trailing blanks and what makes a text look like another.
struct ChangelogLine {
  let number: Int
  let text: Substring

  static func all(of text: String, file: String) throws(Failure) -> [Self] {
    var lines: [Self] = []
    let isEnd: (Character) -> Bool = { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: isEnd).enumerated() {
      try refuseDeceptive(line, of: "a line", at: SourceLocation(file: file, line: index + 1))
      var scalars = String.UnicodeScalarView()
      for scalar in line.unicodeScalars { scalars.append(scalar == "\t" ? " " : scalar) }
      while scalars.last == " " { scalars.removeLast() }
      lines.append(Self(number: index + 1, text: Substring(String(scalars))))
    }
    return lines
  }

  var indentation: Int { text.prefix { $0 == " " }.count }
}
