import Foundation
import TestSupport
import Testing

/// `--explain`, beyond the pages themselves.
@Suite struct ExplainTests {
  @Test(arguments: ["web.tac", "twisted8-py27-odd.tap", "twisted8-py27-mktap-dns.tax"], [[], ["--json"]])
  func saysTheSameInBothTools(name: String, options: [String]) throws {
    try Workbench.with { bench in
      if name != "web.tac" { try bench.sample(name) }
      let results = try PackageFormat.allCases.map { try bench.call($0, ["--explain", "-t", name] + options) }
      #expect(results.allSatisfy { $0.succeeded }, "\(results)")
      #expect(Set(results.map(\.output)).count == 1)
      #expect(
        results.map { $0.errors.replacing("tap2rpm:", with: "tap2deb:") } == [results[0].errors, results[0].errors])
    }
  }

  /// No maintainer is needed, nothing is written and nothing is left behind.
  @Test func leavesNoTrace() throws {
    try Workbench.with { bench in
      try bench.sample("twisted8-py27-mktap-web.etap", as: "web.etap")
      try bench.place("pass", "sekrit\n")
      let before = bench.files
      try bench.tap2deb("--explain", "-t", "web.tac").successful()
      try bench.tap2deb("--explain", "-t", "web.etap", "--passphrase-file", "pass").successful()
      #expect(bench.files == before && bench.leftovers.isEmpty)
    }
  }

  @Test func warnsOfAFileSavedAtShutdown() throws {
    try Workbench.with { bench in
      let name = "twisted8-py27-live-web-shutdown.tap"
      try bench.sample(name)
      let page = try bench.tap2deb("--explain", "-t", name).successful()
      #expect(page.errors.hasPrefix("tap2deb: warning: \(name): the file was saved by a stopping twistd"), "\(page)")
      // In JSON, where a program looks, it is part of the document.
      let document = try bench.tap2deb("--explain", "--json", "-t", name).successful()
      #expect(document.errors.isEmpty && document.output.contains("\"isShutdown\" : true"), "\(document)")
      #expect(document.output.contains("saved by a stopping twistd"))
    }
  }

  @Test(arguments: PackageFormat.allCases)
  func explainsMarmaladeAsItIs(format: PackageFormat) throws {
    try Workbench.with { bench in
      try bench.sample("twisted8-py27-mktap-web.tax", as: "web.tax")
      #expect(bench.files == ["web.tax"] && bench.leftovers.isEmpty)
      let page = try bench.call(format, ["--explain", "-t", "web.tax"]).successful()
      #expect(page.output.contains("tcp 8080"), "\(page)")
    }
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let content: [UInt8]
    var options: [String] = []
    let status: Int32
    let reason: String
    var testDescription: String { reason }

    init(_ content: String, _ options: [String] = [], status: Int32, reason: String) {
      self.content = content.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
      self.options = options
      self.status = status
      self.reason = reason
    }
  }

  @Test(arguments: [
    Refusal("", status: 3, reason: "is empty"),
    Refusal("1..2\nok 1\nnot ok 2\n", status: 3, reason: "Test Anything Protocol"),
    Refusal("\u{80}\u{02}K\u{01}.", status: 3, reason: "a number"),
    Refusal("\u{80}\u{02}]q", status: 3, reason: "cut off"),
    Refusal("\u{80}\u{02}cos\nsystem\nU\u{02}id\u{85}R.", status: 3, reason: "os.system"),
    Refusal("\u{00}\u{01}\u{FF}binary\u{00}", status: 3, reason: "no application file"),
    Refusal("<!DOCTYPE x [<!ENTITY a \"b\">]>\n<marmalade>&a;</marmalade>", status: 3, reason: "x"),
    Refusal("application = 1\n", ["--no-inspect"], status: 2, reason: "--no-inspect"),
    Refusal("application = 1\n", ["--type", "tap"], status: 3, reason: "Python source"),
    Refusal("application = 1\n", ["--plugin", "web"], status: 2, reason: "--plugin"),
    Refusal("application = 1\n", ["surplus"], status: 2, reason: "surplus"),
  ])
  func endsWithTheRightStatus(refusal: Refusal) throws {
    try Workbench.with { bench in
      try Data(refusal.content).write(to: URL(filePath: "\(bench.folder)/x"))
      let result = try bench.call(.deb, ["--explain", "-t", "x"] + refusal.options)
      #expect(result.status == refusal.status && result.output.isEmpty, "\(result)")
      #expect(result.errors.contains(refusal.reason), "\(result)")
    }
  }

  @Test(arguments: ["web", "web.tac.missing"])
  func namesAFileThatIsMissing(name: String) throws {
    try Workbench.with { bench in
      let result = try bench.tap2deb("--explain", "-t", name)
      #expect(result.status == 3 && result.output.isEmpty && result.errors.contains(name), "\(result)")
    }
  }

  @Test(arguments: [
    ["--plugin", "web", "--", "--no-such-option"], ["--plugin", "web", "--", "--listen", "tcp:http:x=y:"],
    ["--plugin", "ftp", "--", "--port"],
  ])
  func refusesArgumentsThatThePluginDoesNotTake(words: [String]) throws {
    try Workbench.with { bench in
      let result = try bench.call(.deb, ["--explain"] + words)
      #expect(result.status == 2 || result.succeeded && !result.output.contains("http"), "\(result)")
    }
  }
}
