import Conversion
import Foundation
import TestSupport
import Testing
import ApplicationFacts
import TwistedApplication

/// What is written holds what was read, whatever formats it went through.
@Suite struct RoundTripTests {
  static let samples = "\(Places.repository)/Tests/TwistedApplicationTests/Fixtures/samples"
  static let saved = ((try? FileManager.default.contentsOfDirectory(atPath: samples)) ?? []).sorted().filter { name in
    [".tap", ".tas", ".tax"].contains { name.hasSuffix($0) } && !broken.contains(name)
  }
  /// An empty file, and one that refers to an object that it does not hold.
  static let broken = ["twisted8-py27-web-2.tas", "twisted22-py311-nested.tas"]
  static let formats: [ApplicationFormat] = [.tap, .tas, .tax]

  private func conversion(_ file: String) throws -> Conversion {
    let bytes = try Data(contentsOf: URL(filePath: "\(Self.samples)/\(file)"))
    return try Conversion(Array(bytes), file: file)
  }

  @Test func samplesAreThere() { #expect(Self.saved.count == 31) }

  @Test(arguments: saved) func keepsEverySample(_ file: String) throws {
    let original = try conversion(file)
    for format in Self.formats {
      let written = try original.bytes(as: format)
      let once = try Conversion(written, file: "once.\(format)")
      #expect(once.format == format)
      #expect(once.graph == original.graph, "\(format)")
      #expect(try once.bytes(as: format) == written, "\(format)")
      #expect(try once.bytes(as: .tap) == original.bytes(as: .tap), "\(format)")
    }
  }

  /// What one writer of Twisted's put into three formats is the same application in all of them.
  @Test(arguments: ["mktap-telnet", "mktap-web", "mktap-web-ssl", "odd"])
  func samplesOfOneApplicationAgree(_ name: String) throws {
    let facts = try ["tap", "tas", "tax"].map { ending in
      let converted = try conversion("twisted8-py27-\(name).\(ending)").bytes(as: .tap)
      let application = try ApplicationReader.read(converted, file: "x.tap")
      return
        "\(application.name?.value ?? "") \(application.listeners.map { "\($0.transport) \($0.port?.value ?? 0)" })"
    }
    #expect(Set(facts).count == 1)
  }

  @Test func randomGraphsSurvive() throws {
    let isFull = ProcessInfo.processInfo.environment["TAP2DEB_SYSTEM_TESTS"] == "full"
    try withTemporaryFolder { folder in
      for seed in UInt64(0)..<(isFull ? 10_000 : 200) {
        let graph = RandomGraph.make(seed: seed)
        // tap → tas → tax → tap
        var current = Conversion(graph, file: "\(seed)", format: .tap)
        for format in [ApplicationFormat.tap, .tas, .tax, .tap] {
          let bytes = try current.bytes(as: format)
          current = try Conversion(bytes, file: "\(seed).\(format)", declared: format)
          guard current.graph == graph else {
            Issue.record("seed \(seed) is another after \(format)")
            return
          }
          let name = "\(graph.python == .python2 ? 2 : 3)-\(seed).\(format)"
          try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
        }
      }
      try check(folder)
    }
  }

  @Test func pythonReadsEveryConvertedSample() throws {
    try withTemporaryFolder { folder in
      for file in Self.saved {
        let original = try conversion(file)
        for format in Self.formats {
          let name = "\(original.graph.python == .python2 ? 2 : 3)-\(file).\(format)"
          try Data(original.bytes(as: format)).write(to: URL(filePath: "\(folder)/\(name)"))
        }
      }
      try check(folder)
    }
  }

  /// Twisted's own reader makes the same application of a converted `.tas` as Python does of the pickle.
  @Test(arguments: ["twisted22-py310-nested.tap", "twisted22-py310-ftp.tap", "twisted22-py310-timer.tap"])
  func twistedLoadsTheSource(_ file: String) throws {
    try withTemporaryFolder { folder in
      let original = try conversion(file)
      try Data(original.bytes(as: .tas)).write(to: URL(filePath: "\(folder)/a.tas"))
      try Data(original.bytes(as: .tap)).write(to: URL(filePath: "\(folder)/a.tap"))
      let script = """
        import pickle, sys
        from twisted.application import service
        from twisted.persisted import aot

        def tell(found):
            parts = service.IServiceCollection(found)
            process = service.IProcess(found)
            return [parts.name, process.uid, process.gid] + [
                (type(s).__name__, s.name, getattr(s, "args", None) and s.args[0], s.parent is parts) for s in parts]

        with open(sys.argv[1] + "/a.tas") as file:
            one = tell(aot.unjellyFromSource(file))
        for path in (sys.argv[1] + "/a.tap", sys.argv[2]):
            with open(path, "rb") as file:
                assert tell(pickle.load(file)) == one, (path, one)
        """
      let result = try run("/usr/bin/python3", "-c", script, folder, "\(Self.samples)/\(file)")
      #expect(result.succeeded, "\(result)")
    }
  }

  /// Python itself reads the files: its pickle, its grammar, its parser of XML.
  private func check(_ folder: String) throws {
    let script = "\(Places.repository)/Tests/ConversionTests/Scripts/check.py"
    let result = try run("/usr/bin/python3", script, folder)
    #expect(result.succeeded, "\(result.output.prefix(2000)) \(result.errors.prefix(2000))")
  }
}
