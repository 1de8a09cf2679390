import Foundation
import TestSupport
import Testing

/// What lies where something is written: a link is replaced and not followed, and what is no file stays what it is.
@Suite struct OutputPlaceTests {
  /// What is written, by the words that ask for it.
  private static let documents = [
    "report": "\"$0\" -q -t web.tac -o out --report", "sbom": "\"$0\" -q -t web.tac -o out --sbom",
    "junit": "\"$0\" -q -t web.tac -o out --binary-only; \"$0\" --verify=offline out/*.deb --junit",
    "tapconvert": "'\(Places.tapconvert)' -q -i saved.tap -t tac -o",
    "mktap": "'\(Places.mktap)' -q --append",
  ]

  @Test(arguments: documents.keys.sorted(), ["fifo", "folder", "device"])
  func staysWhatItIs(document: String, kind: String) throws {
    let words = try #require(Self.documents[document])
    let make = [
      "fifo": "mkfifo place.tac", "folder": "mkdir place.tac; touch place.tac/k", "device": "mknod place.tac c 1 3",
    ]
    try HostileBench.with { bench in
      try bench.placeSaved()
      let end = document == "mktap" ? " web" : ""
      let script = """
        \(make[kind] ?? "") || exit 77
        before=$(stat -c '%F %t %T %i' place.tac); (\(words) place.tac\(end)) >said 2>&1; status=$?
        [ "$before" = "$(stat -c '%F %t %T %i' place.tac)" ] || echo changed
        [ ! -d place.tac ] || [ -e place.tac/k ] || echo emptied
        [ $status -gt 0 ] && [ $status -lt 4 ] || { echo "status $status"; cat said; }
        """
      var program = Program("sh", ["-c", script, Places.tap2deb])
      program.folder = bench.work
      program.environment = bench.environment
      let result = try program.run()
      // Not everyone may make a device.
      if result.status == 77 { return }
      #expect(result.output.isEmpty, "\(document), \(kind): \(result)")
      #expect(bench.leftovers.isEmpty)
    }
  }

  @Test(arguments: documents.keys.sorted().filter { $0 != "mktap" })
  func linksAreNotFollowed(document: String) throws {
    let words = try #require(Self.documents[document])
    try HostileBench.with { bench in
      try bench.placeSaved()
      try bench.place("victim", Array("keep".utf8))
      try bench.link("place.tac", to: "victim")
      var program = Program("sh", ["-c", "\(words) place.tac", Places.tap2deb])
      program.folder = bench.work
      program.environment = bench.environment
      try program.run().successful()
      #expect(try String(contentsOfFile: "\(bench.work)/victim", encoding: .utf8) == "keep")
    }
  }
}

extension HostileBench {
  fileprivate func placeSaved() throws {
    let saved = "\(Places.repository)/Tests/TwistedApplicationTests/Fixtures/samples/twisted22-py310-timer.tap"
    try FileManager.default.copyItem(atPath: saved, toPath: "\(work)/saved.tap")
  }
}
