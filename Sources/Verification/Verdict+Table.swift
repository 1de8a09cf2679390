import Diagnostics

extension Verdict {
  /// The table for people: a line a check, a column a place, and below it every cause with the way out.
  package var table: String {
    let places = Place.allCases.filter { place in cells.contains { $0.place == place } }
    let checks = Check.allCases.filter { check in cells.contains { $0.check == check } }
    let rows =
      [[""] + places.map(\.title)]
      + checks.map { check in
        [check.rawValue]
          + places.map { place in cells.first { $0.place == place && $0.check == check }.map(Self.word) ?? "" }
      }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    var text = "\(package) \(version)\n"
    for row in rows {
      var line = "  "
      for (cell, width) in zip(row, widths) { line += cell + String(repeating: " ", count: width - cell.count + 2) }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    for cell in cells where cell.outcome == .failed {
      for finding in cell.findings {
        text += "\(cell.place.title), \(cell.check.rawValue): \(finding.message)\n"
        if let remedy = finding.remedy { text += "  \(remedy)\n" }
      }
    }
    return text.visible
  }

  private static func word(_ cell: Cell) -> String {
    switch cell.outcome {
    case .passed: cell.detail.isEmpty ? "good" : "good: \(cell.detail)"
    case .failed: "WRONG"
    case .skipped: "- (\(cell.detail))"
    }
  }
}
