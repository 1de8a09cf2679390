import Foundation
import TestSupport

/// The tables of docs/security.md, which the tests hold the tools to.
enum SecurityPage {
  /// The rows of the table under a heading, without its first: the cells of each.
  static func rows(under heading: String) throws -> [[String]] {
    let text = try String(contentsOfFile: "\(Places.repository)/docs/security.md", encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0 == "## \(heading)" }) else { return [] }
    return lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }.filter { $0.hasPrefix("| ") }.dropFirst(2)
      .map {
        $0.dropFirst(2).dropLast(2).components(separatedBy: " | ").map { $0.trimmingCharacters(in: .whitespaces) }
      }
  }

  /// Names in backquotes.
  static func names(_ cell: String) -> Set<String> {
    Set(
      cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map {
        String($0.element)
      })
  }
}
