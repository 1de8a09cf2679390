import Diagnostics
import Text

/// Gathers the lines of changes into a paragraph each.
struct ChangeCollector {
  private var changes: [Changelog.Change] = []

  mutating func add(
    _ words: Substring, startsChange: Bool, depth: Int = 0, file: String, line: Int
  ) throws(Failure) {
    let text = String(words).trimmed
    guard !text.isEmpty else { return }
    if startsChange || changes.isEmpty {
      changes.append(Changelog.Change(text, depth: changes.isEmpty ? 0 : min(max(depth, 0), 4)))
    } else {
      changes[changes.count - 1].text += " " + text
    }
    guard changes[changes.count - 1].text.utf8.count <= Changelog.changeLimit, changes.count <= 1000 else {
      throw Failure.usage(
        .limit, "a version has more than 1000 changes or one of more than \(Changelog.changeLimit) bytes",
        at: SourceLocation(file: file, line: line), remedy: "make it shorter")
    }
  }

  mutating func finish() -> [Changelog.Change] {
    defer { changes = [] }
    return changes
  }
}
