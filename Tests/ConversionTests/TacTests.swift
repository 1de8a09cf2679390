import Conversion
import Diagnostics
import Foundation
import TestSupport
import Testing
import ApplicationFacts
import TwistedApplication

/// A converted application says in source what it said before.
@Suite struct TacTests {
  private static let samples = RoundTripTests.saved + ["twisted22-py311-nested.tas"]

  private func source(_ file: String) throws -> TacSource {
    let bytes = try Data(contentsOf: URL(filePath: "\(RoundTripTests.samples)/\(file)"))
    return try TacWriter.source(of: Conversion(Array(bytes), file: file), target: "made.tac")
  }

  /// The reader finds the same facts in the source as in the objects.
  @Test(arguments: samples) func saysTheSame(_ file: String) throws {
    let bytes = try Data(contentsOf: URL(filePath: "\(RoundTripTests.samples)/\(file)"))
    let before = try ApplicationReader.read(Array(bytes), file: file)
    let after = try ApplicationReader.read(Array(source(file).source.utf8), file: "made.tac")
    #expect(after.format == .tac)
    #expect(after.name?.value == before.name?.value)
    #expect(after.uid?.value == before.uid?.value)
    #expect(after.gid?.value == before.gid?.value)
    func listeners(_ application: Application) -> Set<String> {
      Set(
        application.listeners.map {
          "\($0.transport) \($0.port?.value ?? 0) \($0.interface?.value ?? "") \($0.path?.value ?? "") \($0.mode?.value ?? 0o666)"
        })
    }
    #expect(listeners(after) == listeners(before))
    #expect(
      after.clients.map { "\($0.transport) \($0.host?.value ?? "")" }.sorted()
        == before.clients.map { "\($0.transport) \($0.host?.value ?? "")" }.sorted())
    #expect(after.timers.map(\.interval?.value) == before.timers.map(\.interval?.value))
    let served = Set(before.files.filter { $0.use == .serves || $0.use == .logs }.compactMap(\.path.value))
    #expect(Set(after.files.compactMap(\.path.value)).isSuperset(of: served))
  }

  @Test func pythonReadsEverySource() throws {
    try withTemporaryFolder { folder in
      for file in Self.samples {
        try source(file).source.write(toFile: "\(folder)/\(file).tac", atomically: true, encoding: .utf8)
      }
      let script = "\(Places.repository)/Tests/ConversionTests/Scripts/check.py"
      let result = try run("/usr/bin/python3", script, folder)
      #expect(result.succeeded, "\(result.output)")
    }
  }

  @Test(arguments: ["tap", "tas", "tax"]) func keepsPasswordsApart(_ ending: String) throws {
    let made = try source("twisted8-py27-mktap-telnet.\(ending)")
    #expect(made.logins == "admin:woohoo\n")
    #expect(!made.source.contains("woohoo"))
    #expect(made.diagnostics.isEmpty)
  }

  @Test func marksEveryPlaceThatIsNotKnown() throws {
    let made = try source("twisted8-py27-odd.tap")
    let marks = made.source.split(separator: "\n").filter { $0.hasPrefix("# TODO") }
    #expect(marks.count == made.diagnostics.count)
    #expect(made.diagnostics.map(\.location?.objectPath) == ["services[0].services[0].call[0]"])
  }

  /// A name, a path or an attribute is text of the file's: none of it may become a line of the source.
  @Test func nothingOfTheFileBecomesCode() throws {
    let hostile = "x\n\u{2028}import os # '\"\\"
    for pickle in [
      "(itwisted.python.components\nComponentized\n(dS'_adapterCache'\n(dS'twisted.application.service.IServiceCollection'\n"
        + "(itwisted.application.service\nMultiService\n(dS'name'\nV\(hostile.replacing("\\", with: "\\u005c").replacing("\n", with: "\\u000a").replacing("\u{2028}", with: "\\u2028"))\nsS'services'\n"
        + "(l(iown.module\nThing\n(dS'a = 1\\nimport os'\nI1\nsbasbssb."
    ] {
      let conversion = try Conversion(Array(pickle.utf8), file: "x\nimport os.tap")
      let made = try TacWriter.source(of: conversion, target: "x\nimport os.tac")
      #expect(!made.source.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("import os") })
    }
  }

  @Test func refusesWhatIsNoApplication() throws {
    let conversion = try Conversion(Array("(lp0\nI1\na.".utf8), file: "x.tap", declared: .tap)
    let failure = #expect(throws: Failure.self) { try TacWriter.source(of: conversion, target: "x.tac") }
    #expect(failure?.kind == .application)
  }
}
