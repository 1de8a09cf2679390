import Diagnostics
import Text

/// What became of several packages, for people: a line for each where they are few or it failed, and one for all.
struct FleetSummary {
  let text: String

  /// More lines than this are read by nobody.
  private static let rowLimit = 60

  /// Whether each of so many applications has a row of its own.
  static func hasRows(for count: Int) -> Bool { count <= rowLimit }

  init(_ results: [FleetResult], took time: Duration, showsTimings: Bool) {
    let shown = Self.hasRows(for: results.count) || showsTimings ? results : results.filter { $0.outcome == .failed }
    var rows = shown.map { result in
      [
        result.outcome.rawValue, result.title.visibleLine,
        result.answer?.packages.map { "\($0.name) \($0.version) \($0.format)" }.joined(separator: ", ") ?? "",
        result.outcome == .made || result.outcome == .failed
          ? FleetProgress.text(.seconds(result.answer?.seconds ?? 0)) : "",
      ]
    }
    if !rows.isEmpty { rows.insert(["result", "application", "package", "time"], at: 0) }
    let widths = (0..<3).map { column in min(rows.map { $0[column].count }.max() ?? 0, 60) }
    var lines = rows.map { row in
      (zip(row, widths).map { $0.padded(to: $1) } + [row[3]]).joined(separator: "  ").trimmedAtEnd
    }
    let counts = [(FleetOutcome.made, "made"), (.unchanged, "unchanged"), (.failed, "failed"), (.skipped, "not begun")]
      .compactMap { outcome, word in
        let count = results.count { $0.outcome == outcome }
        return count > 0 ? "\(count) \(word)" : nil
      }
    if !lines.isEmpty { lines.insert("", at: 0) }
    lines.append("\(results.count) applications: \(counts.joined(separator: ", ")), in \(FleetProgress.text(time))")
    if showsTimings {
      let answers = results.filter { $0.outcome != .unchanged }.compactMap(\.answer)
      lines.append(
        Timings.line(answers.flatMap(\.programs), of: answers.reduce(0) { $0 + $1.seconds }, what: "all together"))
    }
    text = lines.joined(separator: "\n") + "\n"
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
