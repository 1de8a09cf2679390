import PackageModel
import Toolbox

/// Histories in the forms that packages keep them in.
extension Changelog {
  /// `debian/changelog` (deb-changelog(5)). Every line of a change is indented, so that none is taken for the trailer.
  func debianText(of package: String) -> String {
    entries.map { entry in
      let changes = entry.changes.map { Self.listItem($0, bullet: "  * ", indentation: "    ") }.joined(separator: "\n")
      return """
        \(package) (\(entry.version)) \(entry.distribution); urgency=\(entry.urgency)

        \(changes)

         -- \(entry.author)  \(Clock.mailDate(entry.timestamp ?? 0))
        """
    }.joined(separator: "\n\n")
  }

  /// A spec's %changelog. Every line begins with a hyphen or blanks, so that none is taken for a directive.
  var specText: String {
    entries.map { entry in
      let changes = entry.changes.map { Self.listItem($0, bullet: "- ", indentation: "  ") }.joined(separator: "\n")
      return Escaping.script.apply(
        "* \(Clock.specDate(entry.timestamp ?? 0)) \(entry.author) - \(entry.version)\n\(changes)")
    }.joined(separator: "\n\n")
  }

  /// For those who use the software.
  var newsText: String {
    entries.map { entry in
      let changes = entry.changes.map { Self.listItem($0, bullet: "  * ", indentation: "    ") }.joined(separator: "\n")
      return "\(entry.version) (\(Clock.isoDate(entry.timestamp ?? 0)))\n\n\(changes)\n"
    }.joined(separator: "\n")
  }

  private static let width = 76

  private static func listItem(_ text: String, bullet: String, indentation: String) -> String {
    var lines: [String] = []
    var line = bullet
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty && line.count + word.count + 1 > width {
        lines.append(line)
        (line, isEmpty) = (indentation, true)
      }
      line += isEmpty ? word : " " + word
      isEmpty = false
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
