import PackageModel
import Templates
import Toolbox

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
}
