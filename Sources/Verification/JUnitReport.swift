import Diagnostics
import Text

/// The verdicts as JUnit's XML, which CI systems read: a test suite a package and place, a test case a check.
package struct JUnitReport: Sendable {
  private let verdicts: [Verdict]

  package init(_ verdicts: [Verdict]) { self.verdicts = verdicts }

  package var text: String {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
    for verdict in verdicts {
      for place in Verdict.Place.allCases {
        let cells = verdict.cells.filter { $0.place == place }
        guard !cells.isEmpty else { continue }
        let name = "\(verdict.package) \(verdict.version), \(place.title)"
        let failures = cells.count { $0.outcome == .failed }
        let skipped = cells.count { $0.outcome == .skipped }
        text +=
          "  <testsuite\(Self.attributes([("name", name), ("tests", "\(cells.count)"), ("failures", "\(failures)"), ("skipped", "\(skipped)")]))>\n"
        for cell in cells { text += Self.testCase(cell, of: verdict.package) }
        text += "  </testsuite>\n"
      }
    }
    return text + "</testsuites>\n"
  }

  private static func testCase(_ cell: Verdict.Cell, of package: String) -> String {
    let tenths = Int((cell.seconds * 10).rounded())
    let start =
      "    <testcase\(attributes([("classname", "\(package).\(cell.place.rawValue)"), ("name", cell.check.rawValue), ("time", "\(tenths / 10).\(tenths % 10)")]))"
    switch cell.outcome {
    case .passed: return start + "/>\n"
    case .skipped: return start + ">\n      <skipped\(attributes([("message", cell.detail)]))/>\n    </testcase>\n"
    case .failed:
      let failures = cell.findings.map { finding in
        "      <failure\(attributes([("type", finding.cause.rawValue), ("message", finding.message)]))>\(escaped(finding.remedy ?? ""))</failure>\n"
      }
      return start + ">\n\(failures.joined())    </testcase>\n"
    }
  }

  private static func attributes(_ pairs: [(String, String)]) -> String {
    pairs.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined()
  }

  /// XML 1.0 has no control characters, not even as references.
  private static func escaped(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.visibleLine.escapedForMarkup.unicodeScalars.map { ["\u{FFFE}", "\u{FFFF}"].contains($0) ? "?" : $0 }))
  }
}
