import Foundation
import TestSupport
import Testing

/// Every document in JSON that the tools write, against its schema in docs/, by a validator that someone else wrote.
@Suite struct DocumentSchemaTests {
  private static let verbs: [(String, [String])] = [
    ("build", ["web.tac", "--json"]), ("build", ["web.tac", "--json", "--format", "deb,rpm", "-o", "out"]),
    ("build", ["nowhere.tac", "--json"]), ("build", ["web.tac", "--json", "--port", "http"]),
    ("build", ["--each", "*.tac", "--json", "--timings"]), ("build", ["web.tac", "--json", "--verify=offline"]),
    ("facts", ["web.tac", "--explain", "--json"]), ("facts", ["--plugin", "web", "--explain", "--json"]),
    ("preview", ["web.tac", "--list", "--json"]), ("preview", ["web.tac", "--print", "--json", "--format", "deb,rpm"]),
    ("preview", ["web.tac", "--print=postinst", "--json"]), ("matrix", ["--each", "*.tac", "--matrix", "github:2"]),
  ]

  @Test(arguments: verbs.indices)
  func isWhatTheSchemaSays(index: Int) throws {
    let (schema, words) = Self.verbs[index]
    try Workbench.with { bench in
      let result = try bench.call(.deb, ["-m", Workbench.maintainer] + words)
      #expect([0, 1, 2, 3].contains(result.status), "\(result)")
      #expect(try GoldenSchemaTests.validates(result.output, "docs/\(schema).schema.json"), "\(result)")
    }
  }

  @Test func listsWhatIsInstalled() throws {
    try Workbench.with { bench in
      let words = ["-m", Workbench.maintainer, "web.tac", "--json"]
      let list = try bench.call(.deb, words + ["--list"]).successful().output
      #expect(list.contains(#""path" : "/etc/twisted-web/web.tac""#) && list.contains(#""mode" : "644""#), "\(list)")
      let text = try bench.call(.rpm, words + ["--print=service"]).successful().output
      #expect(text.contains("ExecStart=") && text.contains(#""format" : "rpm""#), "\(text)")
      #expect(try bench.call(.deb, words + ["--print=nothing"]).status == 2)
    }
  }

  /// sha256sum reads them in their own folder, wherever that is.
  @Test func checksumsAreThoseOfTheFiles() throws {
    try Workbench.with { bench in
      let words = ["-m", Workbench.maintainer, "web.tac", "-o", "out", "--source", "--checksums", "out/SHA256SUMS"]
      try bench.call(.deb, words).successful()
      let sums = try String(contentsOfFile: "\(bench.folder)/out/SHA256SUMS", encoding: .utf8)
      #expect(sums.split(separator: "\n").count >= 3 && sums.contains("  twisted-web_1.0_all.deb\n"), "\(sums)")
      try FileManager.default.moveItem(atPath: "\(bench.folder)/out", toPath: "\(bench.folder)/elsewhere")
      try run("sha256sum", "--strict", "-c", "SHA256SUMS", in: "\(bench.folder)/elsewhere").successful()
    }
  }
}
