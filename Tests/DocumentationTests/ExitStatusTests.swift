import Foundation
import TestSupport
import Testing

/// The table of docs/output.md: the examples end as it says.
@Suite struct ExitStatusTests {
  private static var rows: [(status: Int32, command: String)] {
    get throws {
      try Page("docs/output.md").text.split(separator: "\n").compactMap { line in
        guard let match = line.wholeMatch(of: #/\| (\d) \| .* \| `(.*)` \|/#) else { return nil }
        return (Int32(match.1) ?? -1, String(match.2))
      }
    }
  }

  @Test func endsAsThePageSays() throws {
    let rows = try Self.rows
    #expect(rows.map(\.status) == [0, 1, 2, 3])
    for (status, command) in rows {
      try withTemporaryFolder { folder in
        try run("cp", Places.example, "\(folder)/web.tac").successful()
        try run("touch", "\(folder)/nothing.tac").successful()
        let words = command.split(separator: " ").map(String.init)
        var program = Program("\(Places.binaries)/\(words[0])", Array(words.dropFirst()))
        program.folder = folder
        program.environment = ["DEBFULLNAME": "Ada Example", "DEBEMAIL": "ada@example.org"]
        let result = try program.run()
        #expect(result.status == status, "\(result)")
      }
    }
  }

  /// tapconvert and mktap end by the same numbers.
  @Test(
    arguments: [
      ("tapconvert", ["--version"], 0), ("tapconvert", [], 2), ("tapconvert", ["-i", "nothing.tap"], 3),
      ("mktap", ["--version"], 0), ("mktap", [], 2), ("mktap", ["web", "--prot", "80"], 2),
      ("tap2rpm", ["--version"], 0), ("tap2rpm", [], 2), ("tap2rpm", ["nothing.tac"], 3),
    ] as [(String, [String], Int32)])
  func othersDoToo(tool: String, arguments: [String], status: Int32) throws {
    try withTemporaryFolder { folder in
      var program = Program("\(Places.binaries)/\(tool)", arguments)
      program.folder = folder
      let result = try program.run()
      #expect(result.status == status && (status == 0) == result.errors.isEmpty, "\(result)")
    }
  }
}
