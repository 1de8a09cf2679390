import PackageModel
import Toolbox

/// Histories in the forms that packages keep them in.
extension Changelog {
  /// `debian/changelog` (deb-changelog(5)). Every line of a change is indented, so that none is taken for the trailer.
  func debianText(of package: String) -> String {
    entries.map { entry in
      let changes = entry.lines.isEmpty ? Self.list(entry.changes) : entry.lines.joined(separator: "\n")
      return """
        \(package) (\(entry.version)) \(entry.distribution); urgency=\(entry.urgency)

        \(changes)

         -- \(entry.author)  \(entry.dateText ?? Clock.mailDate(entry.timestamp ?? 0))
        """
    }.joined(separator: "\n\n")
  }

  /// A spec's %changelog. rpm looks for directives and comments at the start of every line, after it has skipped blanks
  /// and expanded macros, so no line is broken before a word that could begin one.
  var specText: String {
    entries.map { entry in
      let changes = entry.changes.map { change in
        let blanks = String(repeating: "  ", count: change.depth)
        return Self.listItem(change.text, bullet: "\(blanks)- ", indentation: "\(blanks)  ") { word in
          "%#".utf8.contains(word.utf8.first ?? 0)
        }
      }
      let heading = "* \(Clock.specDate(entry.timestamp ?? 0)) \(entry.author) - \(entry.version)"
      return ([heading] + changes).joined(separator: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        .map { Escaping.spec.apply(String($0)) }.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  /// For those who use the software.
  var newsText: String {
    entries.map { entry in
      let changes = Self.list(entry.changes)
      return "\(entry.version) (\(Clock.isoDate(entry.timestamp ?? 0)))\n\n\(changes)\n"
    }.joined(separator: "\n")
  }

  private static let width = 76

  /// As debchange(1) nests them.
  private static func list(_ changes: [Change]) -> String {
    changes.map { change in
      let blanks = String(repeating: "  ", count: change.depth + 1)
      let bullet = change.depth == 0 ? "*" : change.depth == 1 ? "-" : "+"
      return listItem(change.text, bullet: "\(blanks)\(bullet) ", indentation: "\(blanks)  ")
    }.joined(separator: "\n")
  }

  /// - Parameter staysBehind: Whether a word may not begin a line.
  private static func listItem(
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
