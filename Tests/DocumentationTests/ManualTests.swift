import Foundation
import TestSupport
import Testing

/// The manual pages of all tools, and of the configuration file.
@Suite struct ManualTests {
  static let pages = [
    [Places.tap2deb, "--print-manual"], [Places.tap2rpm, "--print-manual"], [Places.tapconvert, "--print-manual"],
    [Places.mktap, "--print-manual"], [Places.tap2deb, "--print-configuration-manual"],
  ]

  @Test(arguments: pages)
  func lintFindsNothing(command: [String]) throws {
    let page = try Program(command[0], [command[1]]).run().successful().standardOutput
    for (program, arguments) in [("mandoc", ["-Tlint"]), ("groff", ["-ww", "-man", "-Tutf8", "-z"])] {
      var lint = Program(program, arguments)
      lint.input = page
      let said = try lint.run()
      // References to pages that this machine has not installed are right on the reader's.
      let complaints = (said.output + said.errors).split(separator: "\n").filter {
        !$0.contains("referenced manual not found")
      }
      #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
    }
  }

  @Test func theConfigurationFileHasEveryKey() throws {
    let page = try run(Places.tap2deb, "--print-configuration-manual").successful().output
    #expect(page.hasPrefix(".TH \"TAP2DEB.JSON\" 5 "))
    let schema = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(filePath: "\(Places.repository)/docs/tap2deb.schema.json")))
    let properties = try #require((schema as? [String: Any])?["properties"] as? [String: Any])
    for key in properties.keys where !["$schema", "arguments", "deb", "rpm"].contains(key) {
      #expect(page.contains("\\fB\(key.replacing("-", with: "\\-"))\\fR"), "\(key)")
    }
  }
}
