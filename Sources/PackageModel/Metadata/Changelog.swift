/// The history of a package, newest first (Debian Policy 4.4).
package struct Changelog: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    package var version: String
    /// Seconds since 1970.
    package var timestamp: Int
    package var author: String
    /// What changed, a line or more each, without bullets.
    package var changes: [String]

    package init(version: String, timestamp: Int, author: String, changes: [String]) {
      self.version = version
      self.timestamp = timestamp
      self.author = author
      self.changes = changes
    }
  }

  package var entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }
}
