import Foundation
import TestSupport
import Testing

@testable import Diagnostics

/// The codes of diagnostics, which scripts decide by: what the tools say, docs/diagnostics.md and the schemas name the same.
@Suite struct CodeTests {
  private let codes = Diagnostic.Code.allCases.map(\.rawValue)

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(Places.repository)/\(path)", encoding: .utf8)
  }

  @Test func eachStandsInThePage() throws {
    let rows = try text("docs/diagnostics.md").split(separator: "\n").filter { $0.hasPrefix("| `") }
    let cells = rows.map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    #expect(cells.allSatisfy { $0.count == 2 && !$0[1].isEmpty })
    #expect(cells.map { $0[0].trimmingCharacters(in: ["`"]) } == codes)
  }

  @Test(arguments: ["docs/build.schema.json", "docs/facts.schema.json"])
  func eachStandsInTheSchema(path: String) throws {
    struct Schema: Decodable {
      struct Definition: Decodable { var required: [String]?, properties: Properties? }
      struct Properties: Decodable { var code: Words? }
      struct Words: Decodable { var `enum`: [String] }
      var definitions: [String: Definition]
      enum CodingKeys: String, CodingKey { case definitions = "$defs" }
    }
    let schema = try JSONDecoder().decode(Schema.self, from: Data(text(path).utf8))
    let diagnostic = try #require(schema.definitions["diagnostic"])
    #expect(diagnostic.properties?.code?.enum == codes.sorted())
    #expect(diagnostic.required?.contains("code") == true)
  }

  /// A word that nothing says would be waited for in vain.
  @Test func eachIsSaid() throws {
    let sources = URL(filePath: "\(Places.repository)/Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var said = ""
    for case let file as URL in files where file.pathExtension == "swift" {
      if file.lastPathComponent != "Diagnostic+Code.swift" { said += try String(contentsOf: file, encoding: .utf8) }
    }
    let names = Diagnostic.Code.allCases.filter { !said.contains(".\($0),") }.map(\.rawValue)
    #expect(names == [])
  }
}
