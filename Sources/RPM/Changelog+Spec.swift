import PackageModel
import Templates
import Toolbox

extension Changelog {
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
}
