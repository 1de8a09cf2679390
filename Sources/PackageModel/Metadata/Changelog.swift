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
    package var changes: [Change]
    package var distribution = "unstable"
    package var urgency = "medium"
    /// What a history in Debian's form has between heading and trailer, which stays as it is in that form.
    package var lines: [String] = []
    /// The date as such a history has it, in its own time zone.
    var writtenDate: WrittenDate?

    package init(version: String, timestamp: Int?, author: String, changes: [Change]) {
      self.version = version
      self.timestamp = timestamp
      self.author = author
      self.changes = changes
    }

    /// The date in its own words, unless the entry has another by now.
    package var dateText: String? { writtenDate.flatMap { $0.timestamp == timestamp ? $0.text : nil } }

    struct WrittenDate: Sendable, Equatable {
      let text: String
      let timestamp: Int
    }
  }

  /// A change, or what belongs to the one above it.
  package struct Change: Sendable, Equatable, ExpressibleByStringLiteral {
    package var text: String
    /// How many changes it lies below.
    package var depth = 0

    package init(_ text: String, depth: Int = 0) {
      self.text = text
      self.depth = depth
    }

    package init(stringLiteral text: String) { self.init(text) }
  }

  package var entries: [Entry]
  /// What was not understood, or is in another order than it was.
  package var notes: [Diagnostic] = []
  /// Written for those who use the software, so that it is worth a NEWS file.
  package var isNews = false

  /// What is read of a file, and how much of its history is packaged.
  package static let sizeLimit = 4 << 20
  package static let entryLimit = 500
  static let changeLimit = 4000

  package init(_ entries: [Entry]) { self.entries = entries }

  /// Reads a history in Debian's form (deb-changelog(5)), told by its first line, or in Markdown (keepachangelog.com) or
  /// reStructuredText with a heading for each version; of these the newest comes first, whatever their order.
  ///
  /// - Parameter author: Who answers for entries that name nobody.
  /// - Throws: A usage failure that names the line that is not understood.
  package init(_ bytes: [UInt8], file: String, author: String) throws(Failure) {
    let lines = try ChangelogLine.all(of: TextFile(bytes, name: file).text, file: file)
    if let first = lines.first(where: { !$0.text.isEmpty }), DebianChangelogReader.isHeading(first.text) {
      self.init(try DebianChangelogReader.entries(of: lines, file: file))
    } else {
      var reader = HistoryReader(file: file, author: author)
      try reader.read(lines)
      self.init(reader.entries)
      notes = reader.notes
      isNews = true
      sort(file)
    }
    guard !entries.isEmpty else {
      throw Failure.usage(
        .changelog, "has no entry with a version", at: SourceLocation(file: file),
        remedy: "write '## 1.0.0 - 2026-11-21' above the changes of a version (keepachangelog.com)")
    }
  }

  /// The version that the history is at, that of its first entry.
  package var newestVersion: String? { entries.first?.version }

  /// Sets entries in the order of their versions, where it is another one.
  private mutating func sort(_ file: String) {
    let versions = entries.map { try? PackageVersion($0.version, by: VersionRules()) }
    guard !versions.contains(where: { $0 == nil }) else { return }
    let order = entries.indices.sorted { one, other in
      guard let first = versions[one], let second = versions[other], first != second else { return one < other }
      return second.precedes(first)
    }
    guard order != Array(entries.indices) else { return }
    entries = order.map { entries[$0] }
    notes.append(
      .note(
        .changelogOrder, "the versions are not in their order, newest first: \(entries[0].version) is the newest",
        at: SourceLocation(file: file)))
  }
}
