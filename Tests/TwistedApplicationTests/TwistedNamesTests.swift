import Foundation
import Testing
import ApplicationFacts

/// The table of Twisted's names, row by row.
@Suite struct TwistedNamesTests {
  @Test func everyRowIsFound() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/ApplicationFacts/Data/twisted-names")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(rows.count > 50)
    for row in rows {
      let parts = row.split(separator: ":")
      try #require(parts.count == 2, "\(row)")
      let module = parts[0] == "twisted" ? "twisted" : "twisted.\(parts[0])"
      #expect(TwistedNames.names(in: module) == parts[1].split(separator: " "), "\(module)")
    }
  }

  @Test func othersAreNotListed() {
    #expect(TwistedNames.names(in: "twisted.nothing") == nil)
    #expect(TwistedNames.names(in: "application.service") == nil)
  }
}
