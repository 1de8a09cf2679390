import Foundation
import TestSupport
import Testing

/// docs/service.md names what stands in the unit and in the init script.
@Suite struct ServicePageTests {
  private static var rows: [[String]] {
    get throws {
      let page = try String(contentsOfFile: "\(Places.repository)/docs/service.md", encoding: .utf8)
      let table = page.split(separator: "\n## ")[0].split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst(2)
      return table.map { row in row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    }
  }

  /// The words in backquotes.
  private static func code(_ text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }

  @Test func everyRowStandsInTheTemplates() throws {
    let unit = try String(contentsOfFile: "\(Places.repository)/templates/systemd/service", encoding: .utf8)
    // The script, and the part of it that both formats share.
    let script = try ["init.debian", "process"].map { name in
      try String(contentsOfFile: "\(Places.repository)/templates/sysv/\(name)", encoding: .utf8)
    }.joined()
      .replacing("{{stopSeconds}}", with: "90").replacing("{{environment}}", with: "/etc/default/NAME")
    let rows = try Self.rows
    #expect(rows.count >= 10)
    for row in rows {
      for word in Self.code(row[1]) { #expect(unit.contains(word), "\(row)") }
      for word in Self.code(row[2]) { #expect(script.contains(word), "\(row)") }
    }
  }
}
