import Foundation
import TestSupport
import Testing

/// `docs/facts.schema.json` describes what `--explain --json` writes, all of it.
@Suite struct FactsSchemaTests {
  private static let fixtures = "\(Places.repository)/Tests"
  private static var schema: JSONSchema {
    get throws {
      try JSONSchema(Data(contentsOf: URL(filePath: "\(Places.repository)/docs/facts.schema.json")))
    }
  }

  private static let samples: [String] = files(
    in: "TwistedApplicationTests/Fixtures/samples", [".tap", ".tas", ".tax"]
  )
  .filter { !$0.hasSuffix("web-2.tas") }
  private static let sources: [String] = files(in: "TacReaderTests/Fixtures", [".tac", ".py", ".tml"])

  private static func files(in folder: String, _ endings: [String]) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: "\(fixtures)/\(folder)")) ?? []
    return names.filter { name in endings.contains { name.hasSuffix($0) } }.sorted().map { "\(folder)/\($0)" }
  }

  @Test(arguments: samples)
  func describesWhatIsFoundInASample(file: String) throws {
    try expectValid(["-t", file], mustBeRead: true)
  }

  @Test func describesWhatIsFoundInSources() throws {
    #expect(Self.sources.count > 40)
    for file in Self.sources { try expectValid(["-t", file], mustBeRead: false) }
  }

  @Test(arguments: [
    ["web", "--", "--listen", "tcp:80:interface=::1", "--https", "8443", "--path", "/srv/www"], ["ftp"], ["dns"],
    ["portforward", "--", "-p", "tcp:8080", "-h", "example.org", "-d", "80"],
    ["mail", "--", "--smtp", "unix:/run/x:mode=660"],
    ["no-plugin-of-Twisted's"],
  ])
  func describesPlugins(words: [String]) throws {
    try expectValid(["--plugin"] + words, mustBeRead: true)
  }

  /// A validator that accepts everything proves nothing.
  @Test(arguments: [
    ("\"schema\" : 1", "\"schema\" : 2"), ("\"transport\" : \"tcp\"", "\"transport\" : \"carrier pigeon\""),
    ("\"value\" : 8080", "\"value\" : \"8080\""), ("\"value\" : 8080", "\"value\" : 80.5"),
    ("\"line\" : 13", "\"line\" : 0"),
    ("\"isShutdown\" : false", "\"isShutdown\" : 0"), ("\"use\" : \"serves\"", "\"use\" : \"serves\", \"x\" : 1"),
    ("\"python\" : \"either\",", ""), ("\"kind\" : \"twisted\"", "\"kind\" : null"),
  ])
  func rejectsOtherDocuments(from: String, to: String) throws {
    let document = try run(Places.tap2deb, "--explain", "--json", "-t", Places.example).successful().output
    let changed = document.replacing(from, with: to)
    #expect(changed != document)
    #expect(try !Self.schema.problems(in: Data(changed.utf8)).isEmpty)
  }

  private func expectValid(_ words: [String], mustBeRead: Bool) throws {
    var program = Program(Places.tap2deb, ["--explain", "--json"] + words)
    program.folder = Self.fixtures
    let result = try program.run()
    #expect(mustBeRead ? result.succeeded : result.succeeded || result.status == 3, "\(result)")
    guard result.succeeded else { return }
    #expect(try Self.schema.problems(in: result.standardOutput) == [], "\(words)")
  }
}
