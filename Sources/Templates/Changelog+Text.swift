import PackageModel
import Toolbox

extension Changelog {
  /// For those who use the software.
  var newsText: String {
    entries.map { entry in
      let changes = Self.list(entry.changes)
      return "\(entry.version) (\(Clock.isoDate(entry.timestamp ?? 0)))\n\n\(changes)\n"
    }.joined(separator: "\n")
  }

  private static let width = 76

  /// As debchange(1) nests them.
  package static func list(_ changes: [Change]) -> String {
    changes.map { change in
      let blanks = String(repeating: "  ", count: change.depth + 1)
      let bullet = change.depth == 0 ? "*" : change.depth == 1 ? "-" : "+"
      return listItem(change.text, bullet: "\(blanks)\(bullet) ", indentation: "\(blanks)  ")
    }.joined(separator: "\n")
  }

  /// - Parameter staysBehind: Whether a word may not begin a line.
  package static func listItem(
    _ text: String, bullet: String, indentation: String, staysBehind: (Substring) -> Bool = { _ in false }
  ) -> String {
    var lines: [String] = []
    var line = bullet
    var isEmpty = true
    for unit in units(of: text, staysBehind) {
      if !isEmpty && line.count + unit.count + 1 > width {
        lines.append(line)
        (line, isEmpty) = (indentation, true)
      }
      line += isEmpty ? unit : " " + unit
      isEmpty = false
    }
    return (lines + [line]).joined(separator: "\n")
  }

  /// The words of a text, those that may not begin a line together with the one before.
  private static func units(of text: String, _ staysBehind: (Substring) -> Bool) -> [Substring] {
    var units: [Substring] = []
    for word in text.split(separator: " ") {
      if let last = units.last, staysBehind(word) {
        units[units.count - 1] = text[last.startIndex..<word.endIndex]
      } else {
        units.append(word)
      }
    }
    return units
  }
}
